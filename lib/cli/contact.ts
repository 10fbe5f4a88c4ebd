/**
 * Options of `deno task account` that say how to reach a person.
 *
 * @module
 */
import { type Cli, EXIT } from "@/lib/cli/command.ts";
import {
  type ContactRead,
  readContact,
  setContact,
  type TypedContact,
} from "@/lib/flows/admin/set_contact.ts";

/** The options, as `parseArgs()` takes them. */
export const CONTACT_OPTIONS = {
  mobile: { type: "string" },
  "office-phone": { type: "string" },
  email: { type: "string" },
} as const;

/** The options that were given. */
export type ContactOptions = {
  readonly [Name in keyof typeof CONTACT_OPTIONS]?: string | undefined;
};

/** A contact that can be kept. */
export type Read = Extract<ContactRead, { ok: true }>["contact"];

const FAULTS = {
  mobile:
    "The mobile number must be whole, with its country code, such as +81 90 1234 5678.",
  officePhone:
    "The office phone must be whole, with its country code, and may have an extension, such as +81 3 1234 5678 x12.",
  email: "That is not a whole email address, such as ann@example.net.",
} as const;

/** Whether any of the options was given. */
export function hasContact(options: ContactOptions): boolean {
  return Object.values(options).some((text) => text !== undefined);
}

/** Reads the options; `null` where one cannot be read, and why was said. */
export function readOptions({ io }: Cli, options: ContactOptions): Read | null {
  const typed: TypedContact = {
    mobile: options.mobile,
    officePhone: options["office-phone"],
    email: options.email,
  };
  const read = readContact(typed);
  if (read.ok) return read.contact;
  io.complain(FAULTS[read.why]);
  return null;
}

/** Changes what the directory has of an account; returns the exit code. */
export async function setAccount(
  cli: Cli,
  userName: string,
  options: ContactOptions,
): Promise<number> {
  const contact = readOptions(cli, options);
  if (contact === null) return EXIT.refused;
  if (await setContact(cli, userName, contact)) {
    cli.io.say(`Set what is on file of ${userName}.`);
    return EXIT.done;
  }
  cli.io.complain(`There is no account named ${userName}.`);
  return EXIT.refused;
}
