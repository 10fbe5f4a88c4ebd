/**
 * A number or an address on the list page that the directory has.
 *
 * @module
 */
import { offersOf } from "@/lib/flows/directory_contact.ts";
import { type ContactDeps, openContact } from "@/lib/flows/sealed_contact.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";
import { shownPlace } from "@/lib/web/shown_number.ts";

/** The row that offers it, where the person has none of their own; else the rows as they are. */
export function offeredRows(
  deps: ContactDeps,
  { session, person, policy }: SignedInVisit,
  { t, method, rows }: {
    t: Translate;
    method: "phone" | "email";
    rows: MethodRow[];
  },
): MethodRow[] {
  if (policy.useDirectoryContacts === "no") return rows;
  const contact = openContact(deps, session.contact);
  const target = offersOf(person, contact)[method];
  const works = policy.useDirectoryContacts === "confirmed";
  if (target === null) return rows;
  const to = shownPlace(target);
  return rows.map((row) => ({
    ...row,
    state: t(works ? "list.offer.works" : "list.offer", { to }),
    links: [
      [
        `/register/offer/${method}`,
        t(works ? "list.offer.confirm" : "list.offer.use"),
      ],
      [`/register/${method}`, t("list.offer.another")],
    ],
  }));
}
