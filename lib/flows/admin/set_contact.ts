/**
 * Noting how to reach a person, in the embedded directory.
 *
 * @module
 */
import type { Contact } from "@/lib/directory/directory.ts";
import { readAddress } from "@/lib/domain/email_address.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import {
  type EmailEntry,
  movedEmailRefs,
  moveEmail,
} from "@/lib/flows/accounts/email_index.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { openContact, sealContact } from "@/lib/flows/sealed_contact.ts";
import {
  accountRef,
  findAccount,
  type StoredAccount,
} from "@/lib/store/accounts.ts";
import { change } from "@/lib/store/entries.ts";
import type { Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What an operator types: `none` takes away; absent stays as it is. */
export interface TypedContact {
  /** A mobile number with its country code. */
  mobile?: string | undefined;
  /** A number with its country code, and an extension behind an `x`. */
  officePhone?: string | undefined;
  /** An email address. */
  email?: string | undefined;
}

/** What was read, `null` where it is taken away; or which part cannot be. */
export type ContactRead =
  | { ok: true; contact: { [Part in keyof Contact]: Contact[Part] | null } }
  | { ok: false; why: keyof Contact };

/** A number, then at most one extension of 1 to 8 digits: x12, ext. 12, ;ext=12, 内線12. */
const OFFICE = /^(.*?)(?:\s*(?:;ext=|ext\.?|x|内線)\s*(\d{1,8}))?$/iu;

/** Reads what an operator typed. */
export function readContact(typed: TypedContact): ContactRead {
  const contact: Extract<ContactRead, { ok: true }>["contact"] = {};
  for (const part of ["mobile", "officePhone", "email"] as const) {
    const text = typed[part];
    if (text === undefined) continue;
    const value = text === "none" ? null : READERS[part](text);
    if (value === undefined) return { ok: false, why: part };
    Object.assign(contact, { [part]: value });
  }
  return { ok: true, contact };
}

/** Each says `undefined` to what it cannot read. */
const READERS = {
  mobile: e164Of,
  officePhone(text: string) {
    const [, number = "", extension = null] = OFFICE.exec(text) ?? [];
    const e164 = e164Of(number);
    return e164 && { number: e164, extension };
  },
  email(text: string) {
    const address = readAddress(text);
    return address.ok ? address.address : undefined;
  },
} as const;

function e164Of(text: string): string | undefined {
  const read = readNumber(text, "");
  return read.ok ? read.number.e164 : undefined;
}

/**
 * Changes the parts that were read, and where the address leads; `false` where
 * there is no such account.
 */
export async function setContact(
  deps: Pick<Deps, "kv" | "keyring">,
  userName: string,
  changed: Extract<ContactRead, { ok: true }>["contact"],
): Promise<boolean> {
  for (;;) {
    const account = await findAccount(deps.kv, userName);
    if (account === null) return false;
    const before = openContact(deps, account.contact);
    const contact = merge(before, changed);
    const moved = { from: before.email, to: contact.email };
    const refs = movedEmailRefs(deps.keyring, moved);
    const found = await read(deps.kv, [accountRef(account.id), ...refs]);
    // The account's own ref is the first, the others are of the index.
    const [first, ...emails] = found as [Entry<StoredAccount>, ...EmailEntry[]];
    const { result } = await transact(
      deps.kv,
      [first, ...emails] as const,
      ([entry, ...emails]) => {
        const { value } = entry;
        // Another command has changed it meanwhile: its address is another one.
        if (value?.contact !== account.contact) {
          return { changes: [], result: false };
        }
        const next = { ...value, contact: sealContact(deps, contact) };
        const enters = contact.email !== undefined;
        const indexed = moveEmail(emails, account.id, { enters });
        return { changes: [change(entry, next), ...indexed], result: true };
      },
    );
    if (result) return true;
  }
}

/** The contact with its changed parts, without those that are taken away. */
export function merge(
  before: Contact,
  changed: Extract<ContactRead, { ok: true }>["contact"],
): Contact {
  const all = Object.entries({ ...before, ...changed });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}
