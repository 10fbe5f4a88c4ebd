/**
 * Where a code of a reset should go, and sending it there.
 *
 * @module
 */
import type { Channel } from "@/lib/domain/method.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import type { Destination } from "@/lib/flows/proofs/send_proof.ts";
import { resetDestinations, sendReset } from "@/lib/flows/reset/reset_code.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { outcomeWords } from "@/lib/web/outcome.ts";
import type { At } from "@/lib/web/proof_pages/run.ts";
import { fieldOf, sendWords } from "@/lib/web/send_words.ts";
import { hintedPlace } from "@/lib/web/shown_hint.ts";

/** A button of the page. */
export interface ShownDestination {
  /** What it sends: the place in the list. */
  value: string;
  /** What it says. */
  text: string;
}

/** What came of sending: `null` where the code is on its way, else what is wrong, by field. */
export type Unsent =
  | null
  | { errors: Readonly<Record<string, string>>; status: 422 | 429 };

/** The ways to phones and to addresses. */
export function shownDestinations(
  { state: { deps, t }, visit }: At<ResetVisit>,
): { phones: ShownDestination[]; emails: ShownDestination[] } {
  const all = resetDestinations(deps, visit)
    .map(({ channel, target }, i) => ({
      value: String(i),
      text: t(`prove.to.${channel}`, { to: hintedPlace(t, target) }),
      method: target.method,
    }));
  return {
    phones: all.filter(({ method }) => method === "phone"),
    emails: all.filter(({ method }) => method === "email"),
  };
}

/** Sends a code; for a phone only once its whole number was typed. */
export async function sendTo(
  at: At<ResetVisit>,
  destination: Destination,
  typed: { number: string; region: string },
): Promise<Unsent> {
  const { channel, target } = destination;
  if (target.method === "email") return await deliver(at, destination, null);
  const read = readNumber(typed.number, typed.region);
  return read.ok
    ? await deliver(at, destination, typed)
    : unsent(at, channel, { kind: "number", why: read.why });
}

async function deliver(
  at: At<ResetVisit>,
  destination: Destination,
  typed: { number: string; region: string } | null,
): Promise<Unsent> {
  const { state, visit } = at;
  const { deps, block, t } = state;
  const order = { destination, typed, block, locale: t.tag };
  const answer = await sendReset(deps, visit, order);
  switch (answer.kind) {
    case "sent":
    case "waiting":
      return null;
    case "mismatch": {
      const words = t.plural("reset.number.mismatch", answer.left);
      const number = outcomeWords(state, "number", words);
      return { errors: { number }, status: 422 };
    }
    case "none":
      return { errors: { to: t("prove.where.missing") }, status: 422 };
    default:
      return unsent(at, destination.channel, answer);
  }
}

/** The ways in which the code can come again to where it went, the last one first. */
export function againChannels(at: At<ResetVisit>): readonly Channel[] {
  const { verification } = at.visit;
  if (verification === null) return [];
  const ways = sameplace(at).map(({ channel }) => channel);
  return [
    ...ways.filter((channel) => channel === verification.channel),
    ...ways.filter((channel) => channel !== verification.channel),
  ];
}

/** Sends the code again: the number was typed right before. `null` where it is on its way. */
export async function sendAgain(
  at: At<ResetVisit>,
  channel: Channel,
): Promise<Unsent> {
  const { state: { t }, visit: { verification, now } } = at;
  const found = sameplace(at).find((each) => each.channel === channel);
  if (verification === null || found === undefined) {
    return { errors: { channel: t("prove.where.missing") }, status: 422 };
  }
  const until = verification.resendAt;
  if (now < until) return unsent(at, channel, { kind: "early", until });
  return await deliver(at, found, null);
}

/** The ways to the phone or address that the last code went to. */
function sameplace({ state: { deps }, visit }: At<ResetVisit>): Destination[] {
  return resetDestinations(deps, visit)
    .filter(({ index }) => index === visit.verification?.replaces);
}

function unsent(
  { state, visit: { now } }: At<ResetVisit>,
  channel: Channel,
  answer: Parameters<typeof sendWords>[1],
): Unsent {
  const said = sendWords(state.t, answer, { channel, channels: [], now });
  const ended = answer.kind === "limit" || answer.kind === "blocked";
  const name = answer.kind === "limit" ? "sends" : "tries";
  const text = ended ? outcomeWords(state, name, said) : said;
  const wrong = answer.kind === "number" || answer.kind === "channel";
  return { errors: { [fieldOf(answer)]: text }, status: wrong ? 422 : 429 };
}
