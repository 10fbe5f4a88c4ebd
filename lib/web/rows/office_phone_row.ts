/**
 * The office phone on the list page: the directory's, and nobody else's to change.
 *
 * @module
 */
import { maskNumber } from "@/lib/domain/phone_mask.ts";
import { officeNumber } from "@/lib/flows/directory_contact.ts";
import { type ContactDeps, openContact } from "@/lib/flows/sealed_contact.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";

/** One row, which says who to ask. */
export function officePhoneRows(
  deps: ContactDeps,
  { session }: Pick<SignedInVisit, "session">,
  t: Translate,
): MethodRow[] {
  const found = officeNumber(openContact(deps, session.contact));
  return [{
    id: "office",
    title: t("list.office"),
    state: found === null
      ? t("list.office.unset")
      : t("list.office.set", { number: shown(t, found) }),
    confirmedAt: null,
    strong: false,
    links: [],
  }];
}

function shown(
  t: Translate,
  { number: { e164 }, extension }: NonNullable<ReturnType<typeof officeNumber>>,
): string {
  const number = maskNumber(e164);
  return extension === null
    ? number
    : t("list.office.extension", { number, extension });
}
