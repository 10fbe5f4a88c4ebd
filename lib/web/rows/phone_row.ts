/**
 * The phones on the list page.
 *
 * @module
 */
import { MOST_PHONES } from "@/lib/flows/bind_phone.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";
import { type Opener, shownNumber } from "@/lib/web/shown_number.ts";

/** One row for each phone, or one that offers the first; the last offers a second. */
export function phoneRows(
  deps: Opener,
  { person: { phones } }: Pick<Visit, "person">,
  t: Translate,
): MethodRow[] {
  const add = ["/register/phone", t("list.phone.second")] as const;
  if (phones.length === 0) return [empty(t)];
  return phones.map((phone, place): MethodRow => {
    const number = shownNumber(deps, phone);
    const several = phones.length > 1;
    const key = several ? place === 0 ? "first" : "spare" : "set";
    return {
      id: several ? `phone-${place}` : "phone",
      title: t("list.phone"),
      state: t(`list.phone.${key}`, { number }),
      confirmedAt: phone.confirmedAt,
      strong: false,
      links: [
        [`/register/phone?replace=${place}`, t("list.change")],
        [`/register/phone/remove?phone=${place}`, t("list.remove")],
        ...place > 0
          ? [["/register/phone/default", t("list.phone.prefer")] as const]
          : [],
        ...phones.length < MOST_PHONES ? [add] : [],
      ],
    };
  });
}

function empty(t: Translate): MethodRow {
  return {
    id: "phone",
    title: t("list.phone"),
    state: t("list.phone.unset"),
    confirmedAt: null,
    strong: false,
    links: [["/register/phone", t("list.add")]],
  };
}
