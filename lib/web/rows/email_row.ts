/**
 * The email address on the list page.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";
import { type Opener, shownAddress } from "@/lib/web/shown_number.ts";

/** One row; none where no mail can be sent and nothing is set up. */
export function emailRows(
  deps: Opener & Pick<Deps, "delivery">,
  { person: { email } }: Pick<Visit, "person">,
  t: Translate,
): MethodRow[] {
  const sends = deps.delivery.channels.includes("email");
  if (email === null && !sends) return [];
  const change = ["/register/email", t("list.change")] as const;
  return [{
    id: "email",
    title: t("list.email"),
    state: email === null
      ? t("list.email.unset")
      : t("list.email.set", { address: shownAddress(deps, email) }),
    confirmedAt: email?.confirmedAt ?? null,
    strong: false,
    links: email === null ? [["/register/email", t("list.add")]] : [
      ...sends ? [change] : [],
      ["/register/email/remove", t("list.remove")],
    ],
  }];
}
