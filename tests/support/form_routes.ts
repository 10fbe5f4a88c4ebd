/** The routes that take a form, as the manifest has them; and for each what a test fills in. */
import manifest from "@/fresh.gen.ts";

/** The address of a route file, its named parts in brackets. */
export function addressOf(file: string): string {
  return file.replace(/^\.\/routes/, "").replace(/\.tsx?$/, "")
    .replace(/\/index$/, "") || "/";
}

/** The addresses of all routes. */
export const ADDRESSES: readonly string[] = Object.keys(manifest.routes)
  .filter((file) => !/\/_/.test(file)).map(addressOf);

/** The addresses of the routes that answer a POST. */
export async function postAddresses(): Promise<string[]> {
  const found: string[] = [];
  for (const [file, source] of Object.entries(manifest.routes)) {
    if (/\/_/.test(file)) continue;
    const { handler } = typeof source === "function" ? await source() : source;
    const takes = typeof handler === "function" ||
      (typeof handler === "object" && handler !== null && "POST" in handler);
    if (takes) found.push(addressOf(file));
  }
  return found.toSorted();
}

/** What a form is filled in with: fields that would be read, though nothing comes of them. */
type Filled = Readonly<Record<string, string>>;

const CODE = { code: "123456" };
const CHOSEN = { confirmedAt: "1" };
const EDITION = { edition: "none" };
const CHANNEL = { channel: "sms" };
const SPARE = { code: "0123456789ABC" };
const CREDENTIAL = { credential: "{}" };

/** As many as the default policy asks for. */
const ANSWERS = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((n) => [
    [`question${n}`, "lost"],
    [`answer${n}`, "x"],
  ]),
);

/** The forms of the portal and of the pages beside it; those of a reset have a test of their own. */
export const PORTAL_FORMS: Readonly<Record<string, Filled>> = {
  "/change": {
    userName: "demo",
    password: "wrong",
    newPassword: "purple tiger kitchen",
  },
  "/register": { userName: "demo", password: "wrong" },
  "/register/[method]/code": { code: "1" },
  "/register/[method]/resend": CHANNEL,
  "/register/app": CODE,
  "/register/app/remove": CHOSEN,
  "/register/email": { address: "x" },
  "/register/email/remove": CHOSEN,
  "/register/lift": {},
  "/register/offer/[method]": CHANNEL,
  "/register/passkey": { name: "Laptop", ...CREDENTIAL },
  "/register/passkey/remove/[key]": {},
  "/register/passkey/rename/[key]": { name: "Laptop" },
  "/register/phone": { country: "JP", number: "0", channel: "sms" },
  "/register/phone/default": CHOSEN,
  "/register/phone/remove": CHOSEN,
  "/register/practice/app": CODE,
  "/register/practice/code": CODE,
  "/register/practice/passkey": CREDENTIAL,
  "/register/practice/questions": { answer1: "x" },
  "/register/practice/recovery-code": SPARE,
  "/register/practice/resend": CHANNEL,
  "/register/practice/send": { to: "0" },
  "/register/prove": { password: "wrong" },
  "/register/prove/app": CODE,
  "/register/prove/code": CODE,
  "/register/prove/passkey": CREDENTIAL,
  "/register/prove/recovery-code": SPARE,
  "/register/prove/send": { to: "0" },
  "/register/questions": ANSWERS,
  "/register/questions/remove": CHOSEN,
  "/register/recovery-codes": EDITION,
  "/register/recovery-codes/remove": CHOSEN,
  "/register/recovery-codes/replace": EDITION,
  "/register/recovery-codes/save": { codes: "0123-4567-89ABC" },
  "/register/required": {},
  "/register/review": {},
  "/register/sign-in": CREDENTIAL,
  "/sign-out": {},
  "/stop": { code: "7K3M9QXA" },
};
