/**
 * The person behind a name that nobody has: drawn from a keyed digest of the
 * name, so that the same name always has the same, and nobody without the keys
 * can tell it from a real one.
 *
 * @module
 */
import { toBase32 } from "@/lib/crypto/base32.ts";
import { concat, fromBase64, toBase64url } from "@/lib/crypto/bytes.ts";
import type { Keyring } from "@/lib/crypto/keyring.ts";
import { nobodysHash } from "@/lib/crypto/password_hash.ts";
import type { Contact } from "@/lib/directory/directory.ts";
import { RECIPE } from "@/lib/domain/answer_text.ts";
import { type DecoyPolicy, planDecoy } from "@/lib/domain/decoy.ts";
import {
  decoyAddress,
  decoyNumber,
  likelyRegions,
  reachedRegions,
} from "@/lib/domain/decoy_contact.ts";
import { NEWCOMER, type Person, type Phone } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Email, Passkey, Questions } from "@/lib/domain/proofs.ts";
import { levelOf } from "@/lib/domain/recovery.ts";
import { RECOVERY_CODES } from "@/lib/domain/recovery_code.ts";
import type { Deps } from "@/lib/flows/deps.ts";

/** What it takes. */
export type DecoyDeps = Pick<Deps, "keyring" | "host">;

/** Somebody who is not there. */
export interface Decoy {
  /** What they seem to have registered. */
  person: Person;
  /** What the directory seems to have of them. */
  contact: Contact;
}

/** Bytes of a credential's ID, as most authenticators make them. */
const CREDENTIAL = 32;

/** Bytes of an app's seed (RFC 4226 §4, R6). */
const SEED = 20;

/** The head of a COSE key on P-256 (RFC 9052 §7); no point follows, so nothing ever verifies. */
const COSE = Uint8Array.of(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32);

/** The digest under the oldest key: a new key changes nobody. */
function oldest(keyring: Keyring, ...parts: string[]): string {
  return keyring.digests("decoy", ...parts).at(-1) ?? "";
}

/** The account ID of a name that nobody has, or whose account cannot get to the end. */
export function decoyAccount({ keyring }: DecoyDeps, name: string): string {
  return oldest(keyring, "name", name);
}

/** What is drawn from: bytes, or a number from 0 to 1, for each label the same. */
interface Drawing {
  keyring: Keyring;
  bytes(label: string): Uint8Array<ArrayBuffer>;
  share(label: string): number;
}

function drawing({ keyring }: DecoyDeps, account: string): Drawing {
  const bytes = (label: string) => {
    const digest = oldest(keyring, "of", account, label);
    const body = digest.slice(digest.indexOf(".") + 1);
    return fromBase64(body) ?? new Uint8Array(32);
  };
  const share = (label: string) =>
    new DataView(bytes(label).buffer).getUint32(0) / 2 ** 32;
  return { keyring, bytes, share };
}

/** Makes the decoy with that account ID: who could get to the end under that policy, where anybody could, and has what is `held`. */
export function makeDecoy(
  deps: DecoyDeps,
  account: string,
  policy: Policy & Pick<DecoyPolicy, "held">,
): Decoy {
  const drawn = drawing(deps, account);
  const { ownDomains, held = [] } = policy;
  const called = reachedRegions(policy);
  const methods = policy.methods.filter((method) =>
    method !== "phone" || called.length > 0
  );
  const level = levelOf(policy);
  const plan = planDecoy({ methods, level, held }, drawn.share);
  const regions = likelyRegions(called, [...ownDomains, deps.host]);
  const phones = plan.filter((method) => method === "phone")
    .map((_, i) => phone(drawn, regions, i));
  const has = (method: Policy["methods"][number]) => plan.includes(method);
  const person: Person = {
    ...NEWCOMER,
    phones,
    email: has("email") ? email(drawn) : null,
    totp: has("totp") ? { secret: seed(drawn), step: 0, confirmedAt: 0 } : null,
    passkeys: has("passkey") ? [passkey(drawn)] : [],
    recoveryCodes: has("recoveryCodes")
      ? { hashes: hashes(drawn, "code", RECOVERY_CODES), confirmedAt: 0 }
      : null,
    questions: has("questions") ? questions(drawn, policy) : null,
    lastRegion: phones[0]?.region ?? null,
  };
  const { voiceCountries: rung } = policy;
  const offices = regions.filter((each) =>
    rung === "all" || rung.includes(each)
  );
  const { e164 } = numberOf(drawn, offices, "office");
  const contact = has("officePhone")
    ? { officePhone: { number: e164, extension: null } }
    : {};
  return { person, contact };
}

function numberOf(
  { share }: Drawing,
  regions: readonly string[],
  label: string,
): { e164: string; region: string } {
  const place = Math.floor(share(`${label} region`) * regions.length);
  return decoyNumber(
    regions[place] ?? "",
    (part) => share(`${label} ${part}`),
  );
}

function phone(drawn: Drawing, regions: readonly string[], i: number): Phone {
  const { e164, region } = numberOf(drawn, regions, `phone ${i}`);
  return {
    number: drawn.keyring.seal("number", e164),
    index: drawn.keyring.digest("number", e164),
    region,
    channel: "sms",
    locale: "en",
    confirmedAt: 0,
  };
}

function email({ keyring, share }: Drawing): Email {
  const address = decoyAddress((part) => share(`email ${part}`));
  return {
    address: keyring.seal("address", address),
    index: keyring.digest("address", address),
    locale: "en",
    confirmedAt: 0,
  };
}

function seed({ keyring, bytes }: Drawing): string {
  return keyring.seal("totp", toBase32(bytes("seed").slice(0, SEED)));
}

function passkey({ bytes }: Drawing): Passkey {
  const key = concat([
    COSE,
    bytes("x"),
    Uint8Array.of(0x22, 0x58, 32),
    bytes("y"),
  ]);
  return {
    id: toBase64url(bytes("credential").slice(0, CREDENTIAL)),
    publicKey: toBase64url(key),
    counter: 0,
    transports: ["internal", "hybrid"],
    name: "",
    verified: true,
    confirmedAt: 0,
    usedAt: null,
  };
}

/** Slow hashes of nothing: a try at them costs what one at real ones costs. */
function hashes(
  { keyring, bytes }: Drawing,
  label: string,
  count: number,
): string[] {
  const digest = keyring.digest("decoy");
  const key = digest.slice(0, digest.indexOf("."));
  return Array.from({ length: count }, (_, i) => {
    const both = concat([bytes(`${label} ${i}`), bytes(`${label} ${i} salt`)]);
    return `${key}.${nobodysHash(both)}`;
  });
}

function questions(drawn: Drawing, policy: Policy): Questions {
  const asked = policy.questions.slice(0, policy.questionsToRegister);
  const all = hashes(drawn, "answer", asked.length);
  return {
    answers: asked.map((question, i) => ({ question, hash: all[i] ?? "" })),
    asking: asked.map((_, i) => i),
    recipe: RECIPE,
    confirmedAt: 0,
  };
}
