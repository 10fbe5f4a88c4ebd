/** People before the forms of the portal, each with what it takes to be answered by them. */
import { METHODS } from "@/lib/domain/method.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { readContact, setContact } from "@/lib/flows/admin/set_contact.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { type Has, onFile } from "@/tests/support/on_file.ts";
import { putPerson, SEED } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { csrfOf } from "@/tests/support/reset_walk.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { appShows, setPolicy } from "@/tests/support/totp.ts";

const USER = "demo-phone";
const ja = translator("ja");

/** What each has, and how they get there from the list. */
const STANDINGS = {
  /** Nobody yet. */
  signedOut: ["all", () => Promise.resolve()],
  /** Everything on file, and just proved. */
  proved: ["all", prove],
  /** The same, and on the way through a reset in the same browser. */
  roaming: ["all", async (reader, site) => {
    await prove(reader, site);
    await reader.open("/reset");
    await reader.press(ja("reset.go"), { identifier: USER });
  }],
  /** Nothing on file but what the directory has. */
  unregistered: ["nothing", () => Promise.resolve()],
  /** A phone on file, and the password just typed. */
  plain: ["phone", () => Promise.resolve()],
  /** The same, waiting for the code to another phone. */
  texted: ["phone", (reader) => {
    const phone = { country: "JP", number: "09012345699", channel: "sms" };
    return send(reader, "/register/phone", phone);
  }],
  /** Frozen, with nothing strong, and waiting for a code to prove with. */
  frozen: [
    "frozen",
    (reader) => send(reader, "/register/prove/send", { to: "0" }),
  ],
  /** In a practice run, waiting for its code. */
  practising: ["all", (reader) => {
    const typed = { to: "0", number: "090-1234-5634" };
    return send(reader, "/register/practice/send", typed);
  }],
  /** In a practice run that only asks for the answers now. */
  practised: [
    "all",
    (reader, site) => send(reader, "/register/practice/app", codeNow(site)),
  ],
} as const satisfies Record<
  string,
  readonly [Has, (reader: Reader, site: Site) => Promise<void>]
>;

/** Who stands before a form. */
export type Standing = keyof typeof STANDINGS;

/** One site and all of them. */
export interface Crowd extends Disposable {
  site: Site;
  /** Somebody of that standing on a page with a form; what they have is put on file anew. */
  before(standing: Standing): Promise<Reader>;
  /** Forgets what was counted: a test of forms sends more than any person. */
  forget(): Promise<void>;
}

/** Opens a site with all of them on it, who are the same person in several browsers. */
export async function openCrowd(): Promise<Crowd> {
  const site = await openSite();
  await setPolicy(site, {
    methods: METHODS,
    requireRegistration: "yes",
    passwordLength: 64,
  });
  const id = (await findAccount(site.kv, USER))?.id ?? "";
  const told = readContact({ mobile: "+81 90 1234 5600" });
  if (told.ok) await setContact(site.deps, USER, told.contact);
  const held = onFile(site);
  const put = (standing: Standing) =>
    putPerson(site.deps, id, held[STANDINGS[standing][0]]);
  const readers = new Map<Standing, Reader>();
  for (const standing of Object.keys(STANDINGS) as Standing[]) {
    await put(standing);
    readers.set(standing, await arrive(site, standing));
  }
  return {
    site,
    async before(standing) {
      await put(standing);
      const reader = readers.get(standing);
      if (!reader) throw new Error(`Nobody is ${standing}`);
      return reader;
    },
    async forget() {
      for await (const { key } of site.kv.list({ prefix: ["usage"] })) {
        await site.kv.delete(key);
      }
    },
    [Symbol.dispose]: () => site[Symbol.dispose](),
  };
}

/** A browser of somebody who has signed in. */
export async function signedIn(site: Site): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, "ja");
  await reader.open("/register");
  const typed = { userName: USER, password: DEMO_PASSWORD };
  await reader.press(ja("signIn.submit"), typed);
  return reader;
}

async function arrive(site: Site, standing: Standing): Promise<Reader> {
  const reader = standing === "signedOut"
    ? openReader(site, ORIGIN.development, "ja")
    : await signedIn(site);
  const [, walk] = STANDINGS[standing];
  await walk(reader, site);
  await reader.open("/register");
  return reader;
}

async function prove(reader: Reader, site: Site): Promise<void> {
  await send(reader, "/register/prove/app", codeNow(site));
}

function codeNow({ deps }: Site): { code: string } {
  return { code: appShows(SEED, deps.now()) };
}

/** Posts what is taken. */
async function send(
  reader: Reader,
  path: string,
  fields: Record<string, string>,
): Promise<void> {
  await reader.open("/register");
  const csrf = csrfOf(reader);
  const { status, url } = await reader.post(path, { ...fields, csrf });
  const taken = status === 200 && url.pathname !== path;
  if (!taken) throw new Error(`${path} answered ${status} at ${url}`);
}
