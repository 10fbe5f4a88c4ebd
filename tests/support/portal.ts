/**
 * The portal as it is served in production, for measuring its pages: one
 * visitor who has signed in, and what they have on file as a page needs it.
 *
 * @module
 */
import type { Delivery } from "@/lib/delivery/delivery.ts";
import { METHODS } from "@/lib/domain/method.ts";
import type { Person, Phone } from "@/lib/domain/person.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import { VETTED_QUESTIONS } from "@/lib/domain/questions.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { readContact, setContact } from "@/lib/flows/admin/set_contact.ts";
import type { Build } from "@/lib/fresh/build.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import { commit, read } from "@/lib/store/records.ts";
import { sessionRef } from "@/lib/store/sessions.ts";
import { appOf, emailOf, phoneOf, putPerson } from "@/tests/support/people.ts";
import { openSite, type Site } from "@/tests/support/site.ts";
import { setPolicy } from "@/tests/support/totp.ts";
import { Visitor } from "@/tests/support/visitor.ts";
import { MINUTE, NOON } from "@/tests/support/world.ts";

/** What the visitor has on file. */
export type Has =
  | "nothing"
  | "phone"
  | "everything"
  | "usedCodes"
  | "frozen"
  | "frozenSent";

/** The portal, serving. */
export interface Portal extends AsyncDisposable {
  visitor: Visitor;
  signIn(): Promise<void>;
  /** Puts that on file, proved a moment ago and long after any last message. */
  put(has: Has): Promise<void>;
}

/** The application that sent the visitor. */
export const SENT_FROM = "https://app.example.org";

/** Most passkeys that still leave room for one. */
const PASSKEYS = 9;

const DELIVERY: Delivery = {
  channels: ["sms", "voice", "email"],
  send: () => Promise.resolve({ ok: true }),
};

/** Serves a build to a visitor of that language. */
export async function openPortal(
  build: Build,
  language: string,
): Promise<Portal> {
  const site = await openSite({
    mode: "production",
    build,
    delivery: DELIVERY,
  });
  await openEverything(site);
  const server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    automaticCompression: true,
    onListen() {},
  }, (request) => site.handler(request));
  const visitor = await Visitor.open(server.addr.port, {
    "accept-language": language,
  });
  return {
    visitor,
    async signIn() {
      await visitor.open("/register");
      await visitor.send({ userName: "demo", password: DEMO_PASSWORD });
    },
    async put(has) {
      await site.settle();
      site.wait(MINUTE);
      await prove(site);
      await putOnFile(site, has);
    },
    async [Symbol.asyncDispose]() {
      visitor[Symbol.dispose]();
      await server.shutdown();
      await site.settle();
      site[Symbol.dispose]();
    },
  };
}

/** Every method and a directory that knows an address of each kind. */
async function openEverything(site: Site): Promise<void> {
  await setPolicy(site, {
    methods: METHODS,
    required: 2,
    questions: VETTED_QUESTIONS.slice(0, 20),
    requireRegistration: "yes",
    returnOrigins: [SENT_FROM],
  });
  const read = readContact({
    mobile: "+81 90 1234 5699",
    officePhone: "+81 3 1234 5678 x12",
    email: "demo@example.net",
  });
  if (read.ok) await setContact(site.deps, "demo", read.contact);
}

/** As if the visitor had just used a passkey. */
async function prove(site: Site): Promise<void> {
  const now = site.deps.now();
  for await (const { key } of site.kv.list({ prefix: ["sessions"] })) {
    const [entry] = await read(site.kv, [sessionRef(String(key[1]))] as const);
    if (entry.value === null) continue;
    const proved = { provedAt: now, provedBy: "passkey", seenAt: now } as const;
    await commit(site.kv, [change(entry, { ...entry.value, ...proved })]);
  }
}

async function putOnFile(site: Site, has: Has): Promise<void> {
  const account = await findAccount(site.kv, "demo");
  if (account === null) throw new Error("The demo account is missing");
  const onFile: Readonly<Record<Has, () => Partial<Person>>> = {
    nothing: () => ({}),
    phone: () => ({ phones: phones(site) }),
    everything: () => everything(site),
    usedCodes: () => ({
      ...everything(site),
      recoveryCodes: { hashes: [null, ...CODES.hashes], confirmedAt: OLD },
    }),
    frozen: () => ({
      ...everything(site),
      frozenAt: NOON,
      doubtedSince: OLD + 1,
    }),
    // Somebody to whom a code can be sent, and nothing stronger.
    frozenSent: () => ({
      phones: phones(site),
      email: everything(site).email ?? null,
      frozenAt: NOON,
      doubtedSince: OLD + 2 * MINUTE,
    }),
  };
  await putPerson(site.deps, account.id, onFile[has]());
}

/** So long ago that all of it has to be looked at again. */
const OLD = NOON - 200 * 24 * 60 * MINUTE;

const CODES = {
  hashes: Array.from({ length: 9 }, (_, i) => `hash ${i}`),
  confirmedAt: OLD,
};

function phones({ deps }: Site): readonly Phone[] {
  return [
    phoneOf(deps, "+819012345634", OLD),
    phoneOf(deps, "+819012345678", OLD + MINUTE),
  ];
}

/** As much as a person can have. */
function everything(site: Site): Partial<Person> {
  const { deps } = site;
  return {
    phones: phones(site),
    email: emailOf(deps, "somebody.with.a.name@mail.example.org", OLD),
    totp: appOf(deps, OLD),
    passkeys: Array.from({ length: PASSKEYS }, (_, i) => passkeyOf(i)),
    recoveryCodes: CODES,
    questions: {
      answers: VETTED_QUESTIONS.slice(0, 5).map((question) => ({
        question,
        hash: "hash",
      })),
      asking: [0, 1, 2],
      recipe: 1,
      confirmedAt: OLD,
    },
    practisedAt: NOON,
  };
}

function passkeyOf(i: number): Passkey {
  const id = crypto.getRandomValues(new Uint8Array(32));
  return {
    id: id.toBase64({ alphabet: "base64url", omitPadding: true }),
    publicKey: "",
    counter: 0,
    transports: ["internal", "hybrid"],
    name: `Passkey of device ${i + 1}`,
    verified: true,
    confirmedAt: OLD,
    usedAt: null,
  };
}
