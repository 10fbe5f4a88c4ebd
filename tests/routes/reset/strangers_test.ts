/** A stranger's pages are the same bytes for every name: known, unknown, disabled, without anything set up. */
import { assert, assertEquals } from "@std/assert";
import type { Preset } from "@/lib/domain/limits.ts";
import type { Method } from "@/lib/domain/method.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { phoneOf, putPerson } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openResetSite, USER } from "@/tests/support/reset.ts";
import { csrfOf } from "@/tests/support/reset_walk.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";
import { MINUTE, readCode } from "@/tests/support/world.ts";
import { BEFORE } from "@/tests/support/moments.ts";

/** One request: what is asked for, what is posted, and after how many milliseconds. */
type Step = readonly [
  path: string,
  fields?: Readonly<Record<string, string>>,
  after?: number,
];

const WRONG = { code: "000000" };
const OUT_OF_ORDER: readonly Step[] = [
  ["/reset/password"],
  ["/reset/why"],
  ["/reset/unlock", {}],
  ["/reset/password", { newPassword: "violet harbour lantern 42" }],
  ["/reset/prove/questions"],
  ["/reset/done"],
  ["/reset"],
];

/** What a stranger tries where that is the only method. */
const TRIES: Readonly<Partial<Record<Method, readonly Step[]>>> = {
  email: [
    ["/reset/prove/send"],
    ["/reset/prove/send", { to: "7" }],
    ["/reset/prove/send", { to: "0" }],
    ["/reset/prove/code"],
    ...Array.from({ length: 6 }, (): Step => ["/reset/prove/code", WRONG]),
    ["/reset/prove/resend", { channel: "email" }],
    ["/reset/prove/code"],
    ["/reset/prove/send", { to: "0" }],
  ],
  phone: [
    ["/reset/prove/send"],
    ["/reset/prove/send", { to: "0", number: "" }],
    ["/reset/prove/send", { to: "0", number: "12" }],
    ...Array.from(
      { length: 7 },
      (_, i): Step => [
        "/reset/prove/send",
        { to: "0", number: `090-8888-770${i}` },
      ],
    ),
    ["/reset/prove/code"],
  ],
  totp: [
    ["/reset/prove/app"],
    ...Array.from({ length: 22 }, (): Step => ["/reset/prove/app", WRONG]),
    ["/reset/prove/app"],
  ],
  recoveryCodes: [
    ["/reset/prove/recovery-code"],
    ...Array.from(
      { length: 4 },
      (): Step => ["/reset/prove/recovery-code", { code: "0123456789ABD" }],
    ),
  ],
  passkey: [
    ["/reset/prove/passkey"],
    ["/reset/prove/passkey", { credential: "" }],
    ["/reset/prove/passkey", {
      credential: JSON.stringify({
        id: "a2V5",
        clientDataJSON: "e30",
        authenticatorData: "AA",
        signature: "AA",
        userHandle: null,
      }),
    }],
  ],
};

const GUESSED = Array.from({ length: 5 }, () => WRONG);

/** What a stranger tries where five wrong ones ask for a longer proof. */
const LONGER: Readonly<Partial<Record<Method, readonly Step[]>>> = {
  email: [
    ["/reset/prove/send"],
    ["/reset/prove/send", { to: "0" }],
    ["/reset/prove/code"],
    ...GUESSED.map((wrong): Step => ["/reset/prove/code", wrong]),
    ["/reset/prove/resend", { channel: "email" }, MINUTE],
    ["/reset/prove/code"],
    ["/reset/prove/code", WRONG],
    ["/reset/prove/code", { code: "0".repeat(21) }],
    ...GUESSED.map((): Step => [
      "/reset/prove/code",
      { code: "0".repeat(20) },
    ]),
    ["/reset/prove/code"],
  ],
  totp: [
    ["/reset/prove/app"],
    ...GUESSED.map((wrong): Step => ["/reset/prove/app", wrong]),
    ["/reset/prove/app"],
    ["/reset/prove/app", WRONG],
    ["/reset/prove/app", { code: "0".repeat(12) }],
    ["/reset/prove/app", { code: "0".repeat(24) }],
    ["/reset/prove/app", { code: "0".repeat(24) }],
    ["/reset/prove"],
  ],
};

const PASSKEY = {
  id: "A".repeat(22),
  publicKey: "a2V5",
  counter: 0,
  transports: ["usb", "nfc"],
  name: "Laptop",
  verified: true,
  confirmedAt: BEFORE,
  usedAt: null,
};

async function openFor(
  method: Method,
  limits: Preset = "aikagi",
): Promise<Site> {
  const site = await openResetSite([method], { unlock: "no", limits });
  if (method !== "passkey") return site;
  const id = (await findAccount(site.kv, USER))?.id ?? "";
  await putPerson(site.deps, id, { passkeys: [PASSKEY] });
  return site;
}

/** Takes out the tokens, the waits that are drawn for each message, and what differs between any two people. */
function masked(text: string): string {
  return text
    .replace(/name="csrf" value="[^"]*"/g, "CSRF")
    .replace(/(aikagi|reset)=[\w.-]+/g, "$1=TOKEN")
    .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}(?=<)/g, "SUPPORT")
    .replace(/(ends in )\d\d/g, "$1NN")
    .replace(/(begins with “?)[^”\s<]/g, "$1X")
    .replace(/in \d+ seconds/g, "in N seconds")
    .replace(/"challenge":[^,]*"([\w-]{40,})"/g, "CHALLENGE")
    .replace(/[\w-]{43}(?=["&])/g, "ID43")
    .replace(/sha256-[^']+/g, "HASH");
}

/** What one request was answered, as the browser sees it, and the token of the page's forms. */
async function seen(
  reader: Reader,
  [path, fields]: Step,
  csrf: string,
): Promise<{ told: string; csrf: string }> {
  const body = new URLSearchParams({ ...fields, csrf });
  const response = await reader.send(
    path,
    fields ? { method: "POST", body } : {},
  );
  const headers = [...response.headers].map((pair) => pair.join(": "));
  const text = await response.text();
  return {
    told: masked([response.status, ...headers, text].join("\n")),
    csrf: tokenIn(text) ?? csrf,
  };
}

function tokenIn(html: string): string | undefined {
  return /name="csrf" value="([^"]*)"/.exec(html)?.[1];
}

/** All that somebody sees who goes that way under that name. */
async function transcript(
  site: Site,
  identifier: string,
  steps: readonly Step[],
): Promise<string[]> {
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/reset");
  const all: Step[] = [
    ["/reset", { identifier }],
    ["/reset/prove"],
    ...steps,
    ...OUT_OF_ORDER,
  ];
  const told: string[] = [];
  let csrf = csrfOf(reader);
  for (const step of all) {
    site.wait(step[2] ?? 0);
    const answer = await seen(reader, step, csrf);
    told.push(answer.told);
    csrf = answer.csrf;
  }
  return told;
}

/** The first name that nobody has whose decoy has as many ways as the person. */
async function alike(site: Site): Promise<string> {
  const buttons = async (identifier: string) => {
    const reader = openReader(site, ORIGIN.development);
    await reader.open("/reset");
    await reader.press(translator("en")("reset.go"), { identifier });
    return [...reader.page.html.matchAll(/<button/g)].length;
  };
  const wanted = await buttons(USER);
  for (let i = 0; i < 8; i++) {
    site.wait(60 * MINUTE);
    if (await buttons(`nobody${i}`) === wanted) return `nobody${i}`;
  }
  throw new Error("No decoy is like the person");
}

/** Compares what is seen under a name that somebody has with what is under one that nobody has. */
async function compare(site: Site, steps: readonly Step[]): Promise<string[]> {
  const unknown = await alike(site);
  site.wait(24 * 60 * MINUTE);
  const known = await transcript(site, USER, steps);
  assert(known.length >= 10);
  assert(known[0]?.startsWith("303\n"), known[0]);
  // A form that is refused before it is looked at would show nothing.
  assert(known.every((page) => !page.startsWith("409\n")));
  site.wait(24 * 60 * MINUTE);
  const told = await transcript(site, unknown, steps);
  for (const [i, said] of told.entries()) {
    assertEquals(said, known[i], `${unknown}, step ${i}`);
  }
  return told;
}

/** Whom all of that may have reached; with any other method, nobody. */
const REACHED: Readonly<Partial<Record<Method, readonly string[]>>> = {
  email: ["ann@example.com"],
};

/** The lengths of the codes that were sent, where they went to those whom the method reaches, and nowhere else. */
async function codesSent(site: Site, method: Method): Promise<number[]> {
  await site.settle();
  const sent = await site.outbox();
  const reached = [...new Set(sent.map(({ to }) => to))];
  assertEquals(reached, REACHED[method] ?? []);
  return sent.map((message) => readCode(message).length);
}

for (const [method, steps = []] of Object.entries(TRIES)) {
  Deno.test(`a stranger sees the same for every name where people have ${method}`, async () => {
    // The method's names are the keys of the table above.
    using site = await openFor(method as Method);
    await compare(site, steps);
    const codes = await codesSent(site, method as Method);
    assertEquals(codes, method === "email" ? [6] : []);
  });
}

for (const [method, steps = []] of Object.entries(LONGER)) {
  Deno.test(`a stranger who is asked for a longer proof by ${method} sees the same for every name`, async () => {
    using site = await openFor(method as Method, "entra");
    const told = await compare(site, steps);
    const en = translator("en");
    const hint = en(method === "totp" ? "totp.hint.four" : "code.hint.long");
    assert(told.some((page) => page.includes(hint)));
    const codes = await codesSent(site, method as Method);
    assertEquals(codes, method === "email" ? [6, 20] : []);
  });
}

/** Numbers nowhere, somewhere, and in some countries alone. */
const TYPED = [
  "",
  "call me",
  "12",
  "0#1234",
  "1234",
  "090-8888-7701",
  "(202) 555-0123",
  "+44 20 7946 0000",
  "9".repeat(30),
  "1".repeat(300),
];

/** What is seen by who types numbers for that name; `e164` is on file there. */
async function typedFor(
  site: Site,
  identifier: string,
  [e164, region]: readonly [string, string],
): Promise<string[]> {
  const id = (await findAccount(site.kv, USER))?.id ?? "";
  const phones = [{ ...phoneOf(site.deps, e164, BEFORE), region }];
  await putPerson(site.deps, id, { phones });
  site.wait(24 * 60 * MINUTE);
  const told: string[] = [];
  // A language that says nothing of a country, and one that does.
  for (const tag of ["en", "en-US"]) {
    const reader = openReader(site, ORIGIN.development, tag);
    await reader.open("/reset");
    await reader.press(translator("en")("reset.go"), { identifier });
    told.push(masked(reader.page.html));
    for (const number of TYPED) {
      const step: Step = ["/reset/prove/send", { to: "0", number }];
      told.push((await seen(reader, step, csrfOf(reader))).told);
    }
  }
  return told;
}

Deno.test("what a typed number is answered tells no country", async () => {
  using site = await openResetSite(["phone"], { unlock: "no" });
  const japan = ["+819012345634", "JP"] as const;
  const told = await typedFor(site, USER, japan);
  assertEquals(
    told.filter((page) => page.startsWith("422\n")).length > 8,
    true,
  );
  assertEquals(await typedFor(site, USER, ["+12015550134", "US"]), told);
  assertEquals(await typedFor(site, await alike(site), japan), told);
  await site.settle();
  assertEquals(await site.outbox(), []);
});

Deno.test("a disabled account and one without anything look like any other", async () => {
  using site = await openResetSite(["totp"]);
  const steps: Step[] = [["/reset/prove/app"], ["/reset/prove/app", WRONG]];
  const known = await transcript(site, USER, steps);
  for (const name of ["demo", "demo-disabled", "Nobody@Example.org"]) {
    assertEquals(await transcript(site, name, steps), known, name);
  }
});
