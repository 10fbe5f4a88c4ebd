/**
 * Where a code of a reset or of a practice of one should go, and sending it there.
 *
 * @module
 */
import type { Channel } from "@/lib/domain/method.ts";
import type { OutcomeName } from "@/lib/domain/outcomes.ts";
import { nowhereFault } from "@/lib/domain/phone_same.ts";
import type { Destination } from "@/lib/flows/proofs/send_proof.ts";
import { resetDestinations, sendReset } from "@/lib/flows/reset/reset_code.ts";
import type { RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import { mayReceive } from "@/lib/flows/send_code.ts";
import { endOf } from "@/lib/domain/reset.ts";
import { endWords } from "@/lib/web/proof_pages/page.ts";
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
  { state: { deps, t }, visit }: At<RunVisit>,
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

/** Sends a code; for a phone only once its whole number was typed. What is a number nowhere tells nothing, and is not counted. */
export async function sendTo(
  at: At<RunVisit>,
  destination: Destination,
  typed: string,
): Promise<Unsent> {
  const { channel, target } = destination;
  if (target.method === "email") return await deliver(at, destination, null);
  const why = nowhereFault(typed);
  if (why === null) return await deliver(at, destination, typed);
  if (why !== "invalid" && why !== "short") {
    return unsent(at, channel, { kind: "number", why });
  }
  // The words elsewhere speak of the number's country.
  const words = why === "short" ? "reset.number.short" : "reset.number.signs";
  return { errors: { number: at.state.t(words) }, status: 422 };
}

async function deliver(
  at: At<RunVisit>,
  destination: Destination,
  typed: string | null,
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
      const words = answer.left > 0
        ? t.plural("reset.number.mismatch", answer.left)
        : t("reset.number.last");
      const number = ended(at, "number", words);
      return { errors: { number }, status: 422 };
    }
    case "numbers": {
      const time = t.duration(answer.until - visit.now);
      const words = t("reset.number.over", { time });
      return { errors: { "": ended(at, "tries", words) }, status: 429 };
    }
    case "none":
      return { errors: { to: t("prove.where.missing") }, status: 422 };
    case "channel":
      return { errors: { number: refused(at, destination) }, status: 422 };
    default:
      return unsent(at, destination.channel, answer);
  }
}

/** The ways in which the code can come again to where it went, the last one first. */
export function againChannels(at: At<RunVisit>): readonly Channel[] {
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
  at: At<RunVisit>,
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

/** The ways to the phone or address that the last code went to: whoever typed that number knows what kind of line it is. */
function sameplace({ state: { deps }, visit }: At<RunVisit>): Destination[] {
  return resetDestinations(deps, visit).filter((each) =>
    each.index === visit.verification?.replaces && takes(visit, each)
  );
}

/** Whether the number can get a code that way, whatever is offered to strangers. */
function takes(
  { policy }: RunVisit,
  { channel, target }: Pick<Destination, "channel" | "target">,
): boolean {
  return target.method === "email" || channel === "email" ||
    mayReceive(policy, target.number, channel) === null;
}

/** The button to press for a landline whose number was typed right. */
function refused(
  { state: { t }, visit }: At<RunVisit>,
  { target }: Destination,
): string {
  if (!takes(visit, { target, channel: "voice" })) {
    return t("phone.landline.only");
  }
  const to = hintedPlace(t, target);
  return t("phone.landline", { voice: t("prove.to.voice", { to }) });
}

function unsent(
  at: At<RunVisit>,
  channel: Channel,
  answer: Parameters<typeof sendWords>[1],
): Unsent {
  const { state, visit: { now } } = at;
  const said = sendWords(state.t, answer, { channel, channels: [], now });
  const over = answer.kind === "limit" || answer.kind === "blocked";
  const name = answer.kind === "limit" ? "sends" : "tries";
  const text = over ? ended(at, name, said) : said;
  const wrong = answer.kind === "number" || answer.kind === "channel";
  return { errors: { [fieldOf(answer)]: text }, status: wrong ? 422 : 429 };
}

function ended(
  { state, visit: { session } }: At<RunVisit>,
  name: OutcomeName,
  words: string,
): string {
  return endWords({ end: endOf(session) }, state, { name, words });
}
