/**
 * Everything on the list page, in its order.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import { lastConfirmed } from "@/lib/domain/review.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { emailRows } from "@/lib/web/rows/email_row.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";
import { offeredRows } from "@/lib/web/rows/offered_row.ts";
import { officePhoneRows } from "@/lib/web/rows/office_phone_row.ts";
import { passkeyRows } from "@/lib/web/rows/passkey_row.ts";
import { phoneRows } from "@/lib/web/rows/phone_row.ts";
import { questionsRows } from "@/lib/web/rows/questions_row.ts";
import { recoveryCodesRows } from "@/lib/web/rows/recovery_codes_row.ts";
import { totpRows } from "@/lib/web/rows/totp_row.ts";

/** Makes the rows of one method. */
type Rows = (deps: Deps, visit: SignedInVisit, t: Translate) => MethodRow[];

/** Safest first, as they are offered. */
const ROWS: readonly (readonly [Method, Rows])[] = [
  ["passkey", passkeyRows],
  ["totp", totpRows],
  ["recoveryCodes", recoveryCodesRows],
  ["phone", offered("phone", phoneRows)],
  ["officePhone", officePhoneRows],
  ["email", offered("email", emailRows)],
  ["questions", questionsRows],
];

/** One row or more for each method that the policy has. */
export function allRows(
  deps: Deps,
  visit: SignedInVisit,
  t: Translate,
): readonly (MethodRow & { method: Method })[] {
  return ROWS
    .filter(([method]) => visit.policy.methods.includes(method))
    .flatMap(([method, rows]) =>
      rows(deps, visit, t).map((row) => {
        const { confirmedAt: at } = row;
        const confirmedAt = at && lastConfirmed(visit.person, method, at);
        return { ...row, method, confirmedAt };
      })
    );
}

function offered(method: "phone" | "email", rows: Rows): Rows {
  return (deps, visit, t) =>
    offeredRows(deps, visit, { t, method, rows: rows(deps, visit, t) });
}
