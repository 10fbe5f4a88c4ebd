/**
 * Recovery codes on the list page.
 *
 * @module
 */
import { usedCodes } from "@/lib/domain/recovery_code.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";

const PAGE = "/register/recovery-codes";

/** The row of the codes. One that was used is the first thing that it says. */
export function recoveryCodesRows(
  _deps: unknown,
  { person }: Pick<Visit, "person">,
  t: Translate,
): MethodRow[] {
  const codes = person.recoveryCodes;
  const row = { id: "recovery-codes", title: t("list.recovery"), strong: true };
  if (codes === null) {
    const state = t("list.recovery.unset");
    return [{
      ...row,
      state,
      confirmedAt: null,
      links: [[PAGE, t("list.add")]],
    }];
  }
  const used = usedCodes(person);
  const left = codes.hashes.length - used;
  const text = used > 0 ? "recovery.replace.submit" : "list.recovery.make";
  return [{
    ...row,
    state: used > 0
      ? t.plural("list.recovery.used", used)
      : t.plural("list.recovery.left", left),
    confirmedAt: codes.confirmedAt,
    links: [[PAGE, t(text)], [`${PAGE}/remove`, t("list.remove")]],
  }];
}
