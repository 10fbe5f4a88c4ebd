/**
 * The registration of a phone as a person walks it.
 *
 * @module
 */
import type { Shown, Visitor } from "@/tests/support/visitor.ts";

/** Who registers what. */
export interface Registrant {
  userName: string;
  password: string;
  /** ISO code of the country that is chosen in the list. */
  country: string;
  /** The number as it is typed. */
  number: string;
}

/** The pages from the first to the thanks, by name. */
export type Step = "sign in" | "list" | "phone" | "code" | "thanks";

/** What each step showed. */
export type Walk = Readonly<Record<Step, Shown>>;

/** Walks as far as the page that asks for the code. */
export async function walkToCode(
  visitor: Visitor,
  { userName, password, country, number }: Registrant,
): Promise<Omit<Walk, "thanks">> {
  const signIn = await arrive(visitor.open("/register"), "/register");
  const list = await arrive(visitor.send({ userName, password }), "/register");
  const phone = await arrive(
    visitor.open("/register/phone"),
    "/register/phone",
  );
  const code = await arrive(
    visitor.send({ country, number, channel: "sms" }),
    "/register/phone/code",
  );
  return { "sign in": signIn, list, phone, code };
}

/** Walks from sign-in to thanks; `code` fetches what was sent. */
export async function walk(
  visitor: Visitor,
  registrant: Registrant,
  code: () => Promise<string>,
): Promise<Walk> {
  const steps = await walkToCode(visitor, registrant);
  const thanks = await arrive(
    visitor.send({ code: await code() }),
    "/register/thanks",
  );
  return { ...steps, thanks };
}

/** Waits for a page; throws where it is another one than that of the path. */
export async function arrive(
  showing: Promise<Shown>,
  path: string,
): Promise<Shown> {
  const shown = await showing;
  if (shown.status === 200 && shown.path === path) return shown;
  const [, main = shown.html] = /<main[^>]*>([^]*?)<form/.exec(shown.html) ??
    [];
  const text = main.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  throw new Error(
    `${path} was expected, ${shown.path} came with ${shown.status}: ${text}`,
  );
}
