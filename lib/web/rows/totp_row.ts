/**
 * The authenticator app on the list page.
 *
 * @module
 */
import type { Visit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";

/** The row of the app: there is one at most, and it needs no number or address. */
export function totpRows(
  _deps: unknown,
  { person: { totp } }: Pick<Visit, "person">,
  t: Translate,
): MethodRow[] {
  const links = totp === null ? [["/register/app", t("list.add")]] as const : [
    ["/register/app", t("list.change")],
    ["/register/app/remove", t("list.remove")],
  ] as const;
  return [{
    id: "totp",
    title: t("list.totp"),
    state: t(totp === null ? "list.totp.unset" : "list.totp.set"),
    confirmedAt: totp?.confirmedAt ?? null,
    strong: true,
    links,
  }];
}
