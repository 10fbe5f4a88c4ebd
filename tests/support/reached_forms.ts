/** The forms of the portal that have fields: who stands before each, and what it answers to them. */
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import type { Standing } from "@/tests/support/form_crowd.ts";
import { PORTAL_FORMS } from "@/tests/support/form_routes.ts";
import { BEFORE } from "@/tests/support/moments.ts";
import { NAMED } from "@/tests/support/on_file.ts";

/** A form, and who is answered by it. */
export interface ReachedForm {
  path: string;
  standing: Standing;
  /** What it is filled in with. */
  fields: Readonly<Record<string, string>>;
  /** Where a value leads that is taken; absent where none is. */
  leads?: string;
}

const USED = JSON.stringify({
  id: "a2V5",
  clientDataJSON: "e30",
  authenticatorData: "AA",
  signature: "AA",
  userHandle: null,
});
const MADE = JSON.stringify({
  id: "a2V5",
  clientDataJSON: "e30",
  attestationObject: "oA",
  transports: [],
});
const CREDENTIAL = { credential: USED };
const SHOWN = "/register/recovery-codes?shown";

type Row = readonly [
  standing: Standing,
  more?: Pick<ReachedForm, "leads"> & Partial<Pick<ReachedForm, "fields">>,
];

/** Those that say what is wrong with each field. */
const SAYING: Readonly<Record<string, Row>> = {
  // A right password: the new one is judged by nobody after a wrong one.
  "/change": ["signedOut", {
    fields: { password: DEMO_PASSWORD, newPassword: "purple" },
    leads: "/change/done",
  }],
  "/register": ["signedOut"],
  "/register/[method]/code": ["texted"],
  "/register/[method]/resend": ["texted"],
  "/register/app": ["proved"],
  "/register/email": ["proved"],
  "/register/passkey": ["proved", { fields: { credential: MADE } }],
  "/register/passkey/rename/[key]": ["proved", { leads: "/register" }],
  "/register/phone": ["plain"],
  "/register/practice/app": ["proved"],
  "/register/practice/code": ["practising"],
  "/register/practice/passkey": ["proved", { fields: CREDENTIAL }],
  "/register/practice/questions": ["practised", {
    fields: { answer2: "y", answer3: "z" },
  }],
  "/register/practice/recovery-code": ["proved"],
  "/register/practice/resend": ["practising"],
  "/register/practice/send": ["proved", { fields: { number: "0" } }],
  "/register/prove": ["plain"],
  "/register/prove/app": ["proved"],
  "/register/prove/code": ["frozen"],
  "/register/prove/passkey": ["proved", { fields: CREDENTIAL }],
  "/register/prove/recovery-code": ["proved"],
  "/register/prove/send": ["frozen", {
    leads: "/register/prove/code?next=list",
  }],
  "/register/questions": ["proved"],
  "/register/recovery-codes": ["proved", { leads: SHOWN }],
  "/register/recovery-codes/replace": ["proved", { leads: SHOWN }],
  "/register/recovery-codes/save": ["proved", {
    fields: { codes: "0123-4567" },
  }],
  "/register/sign-in": ["signedOut", { fields: CREDENTIAL }],
  "/stop": ["signedOut"],
};

/** Forms whose fields nobody types: a page filled them in, and what it did not leads to the list. */
const FILLED: Readonly<Record<string, readonly [Standing, query?: string]>> = {
  "/register/app/remove": ["proved"],
  "/register/email/remove": ["proved"],
  "/register/offer/[method]": ["unregistered"],
  "/register/phone/default": ["proved"],
  "/register/phone/remove": ["proved", "?phone=0"],
  "/register/questions/remove": ["proved"],
  "/register/recovery-codes/remove": ["proved"],
};

/** The address of a form, its named parts filled in. */
export function pathOf(address: string): string {
  return address.replace(/\[\w+\]/, (part) => NAMED[part] ?? part);
}

/** Forms that say what is wrong with what was typed. */
export const SAYING_FORMS: readonly ReachedForm[] = Object.entries(SAYING).map(
  ([address, [standing, more = {}]]) => ({
    ...more,
    path: pathOf(address),
    standing,
    fields: { ...PORTAL_FORMS[address], ...more.fields },
  }),
);

/** Forms that a page fills in; their fields are right. */
export const FILLED_FORMS: readonly ReachedForm[] = Object.entries(FILLED).map(
  ([address, [standing, query = ""]]) => {
    const { channel } = PORTAL_FORMS[address] ?? {};
    const fields = channel ? { channel } : { confirmedAt: String(BEFORE) };
    return { path: pathOf(address) + query, standing, fields };
  },
);

/** The addresses of both. */
export const REACHED: readonly string[] = [
  ...Object.keys(SAYING),
  ...Object.keys(FILLED),
].toSorted();
