/**
 * Every page of the portal in its largest states, in the order of a visit.
 *
 * @module
 */
import type { Done } from "@/lib/web/done_cookie.ts";
import { type Has, SENT_FROM } from "@/tests/support/portal.ts";

/** What is particular about a page. */
export interface PageState {
  /** What the visitor has on file; what the page before needed where absent. */
  has?: Has;
  /** The form that is sent on it. */
  form?: Readonly<Record<string, string>>;
  /** Where that leads; the page itself where absent. */
  at?: string;
  /** Its status; 200 where absent. */
  status?: number;
  /** What its script is for; a page without has none. */
  island?: "countries" | "code" | "passkey" | "password";
  /** What the visitor has just done. */
  done?: Done;
  /** Whether it is weighed with an empty cache as well. */
  first?: boolean;
}

/** A page; an address that ends with "/" is that of the first link to it on the page before. */
export type PortalPage = readonly [
  what: string,
  path: string,
  state?: PageState,
];

const WRONG = { code: "000000" };
const REFUSED = 422;
const COUNTRIES = { island: "countries", first: true } as const;
const PASSWORD = { island: "password", first: true } as const;
const PASSKEY = { island: "passkey", first: true } as const;

/** Before signing in. */
export const OUTSIDE: readonly PortalPage[] = [
  ["the doors", "/"],
  ["reset", "/reset"],
  ["change", "/change", PASSWORD],
  ["change: refused", "/change", {
    island: "password",
    form: {
      userName: "demo",
      password: "wrong",
      newPassword: "purple tiger kitchen",
    },
    status: REFUSED,
  }],
  ["change: done", "/change/done", { done: "change" }],
  ["a page that is not there", "/nowhere", { status: 404 }],
  ["this was not me", "/stop"],
  ["this was not me: wrong", "/stop", {
    form: { code: "ABCD2345" },
    status: REFUSED,
  }],
  ["this was not me: done", "/stop/done", { done: "stop" }],
  ["sign in", "/register", PASSKEY],
  ["sign in: refused", "/register", {
    island: "passkey",
    form: { userName: "demo", password: "wrong" },
    status: REFUSED,
  }],
];

/** Setting up what is not there yet. */
const SETTING_UP: readonly PortalPage[] = [
  ["phone", "/register/phone", { ...COUNTRIES, has: "nothing" }],
  ["phone: wrong number", "/register/phone", {
    island: "countries",
    form: { country: "JP", number: "12", channel: "sms" },
    status: REFUSED,
  }],
  ["phone: code", "/register/phone", {
    island: "code",
    form: { country: "JP", number: "090-8765-4321", channel: "sms" },
    at: "/register/phone/code",
  }],
  ["phone: wrong code", "/register/phone/code", {
    island: "code",
    form: WRONG,
    status: REFUSED,
  }],
  ["phone of the directory", "/register/offer/phone"],
  ["email", "/register/email"],
  ["email: wrong address", "/register/email", {
    form: { address: "ann" },
    status: REFUSED,
  }],
  ["email: code", "/register/email", {
    island: "code",
    form: { address: "ann@mail.example" },
    at: "/register/email/code",
  }],
  ["email: wrong code", "/register/email/code", {
    island: "code",
    form: WRONG,
    status: REFUSED,
  }],
  ["email of the directory", "/register/offer/email"],
  ["app", "/register/app", { first: true }],
  ["app: wrong code", "/register/app", { form: WRONG, status: REFUSED }],
  ["recovery codes", "/register/recovery-codes"],
  ["recovery codes: made", "/register/recovery-codes", {
    form: { edition: "none" },
  }],
  ["questions", "/register/questions"],
  ["questions: no answers", "/register/questions", {
    form: Object.fromEntries(
      [1, 2, 3, 4, 5].flatMap((n) => [`question${n}`, `answer${n}`])
        .map((name) => [name, ""]),
    ),
    status: REFUSED,
  }],
  ["required registration", "/register/required", { has: "nothing" }],
];

/** Changing, removing and looking again, with everything on file. */
const HELD: readonly PortalPage[] = [
  ["phone: change", "/register/phone?replace=1", {
    ...COUNTRIES,
    has: "everything",
  }],
  ["phone: remove", "/register/phone/remove?phone=1"],
  ["phone: the other first", "/register/phone/default"],
  ["email: remove", "/register/email/remove"],
  ["app: change", "/register/app", { first: true }],
  ["app: remove", "/register/app/remove"],
  ["recovery codes: held", "/register/recovery-codes"],
  ["recovery codes: remove", "/register/recovery-codes/remove"],
  ["questions: held", "/register/questions"],
  ["questions: remove", "/register/questions/remove"],
  ["list", "/register"],
  ["passkey", "/register/passkey", PASSKEY],
  ["passkey: name", "/register/passkey/rename/"],
  ["passkey: no script ran", "/register/passkey", {
    island: "passkey",
    form: { name: "Laptop", credential: "" },
    status: REFUSED,
  }],
  ["passkey: remove", "/register/passkey/remove/"],
  ["what is on file, again", "/register/review"],
  ["thanks for totp", "/register/thanks?for=totp"],
  ["thanks for passkey", "/register/thanks?for=passkey"],
  ["thanks for recovery codes", "/register/thanks?for=recoveryCodes"],
  ["thanks for questions", "/register/thanks?for=questions"],
  ["way back to an application", `/register?return_to=${SENT_FROM}/home`, {
    at: "/register/return",
  }],
  ["recovery codes: used", "/register/recovery-codes", { has: "usedCodes" }],
  ["list: advice", "/register?advice", { has: "phone" }],
  ["prove: password", "/register/prove?next=phone"],
];

/** The same ways prove who one is before a change, and in a practice run. */
const PROVING: readonly PortalPage[] = ["prove", "practice"].flatMap((run) => {
  const at = `/register/${run}`;
  // Before a change a code is sent only where nothing stronger is left to open a frozen account.
  const sent = run === "prove" ? "frozenSent" : "everything";
  const number = run === "prove" ? {} : { number: "090-1234-5634" };
  return [
    [`${run}: passkey`, `${at}/passkey`, { ...PASSKEY, has: "everything" }],
    [`${run}: app`, `${at}/app`],
    [`${run}: app, wrong code`, `${at}/app`, { form: WRONG, status: REFUSED }],
    [`${run}: recovery code`, `${at}/recovery-code`],
    [`${run}: where to`, `${at}/send`, { has: sent }],
    [`${run}: code`, `${at}/send`, {
      has: sent,
      form: { to: "0", ...number },
      at: `${at}/code`,
    }],
  ] satisfies readonly PortalPage[];
});

/** Of somebody who has signed in. */
export const INSIDE: readonly PortalPage[] = [
  ...SETTING_UP,
  ...HELD,
  ...PROVING,
  ["practice", "/register/practice"],
  ["practice: done", "/register/practice/done"],
  ["list: frozen", "/register", { has: "frozen" }],
  ["freeze: lift", "/register/lift"],
];
