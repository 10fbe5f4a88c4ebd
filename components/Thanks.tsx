import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Thanks}. */
export interface ThanksProps {
  t: Translate;
  policy: Policy;
  /** The number that was registered, masked. */
  phone: string;
  /** Whether the code had been used before; it worked then. */
  used: boolean;
  /** The address of the reset portal, as a person writes it down. */
  resetAddress: string;
}

/** What was registered, what it is good for, and what else would help. */
export function Thanks(
  { t, policy, phone, used, resetAddress }: ThanksProps,
): JSX.Element {
  const more = policy.methods.some((method) => method !== "phone");
  return (
    <Page t={t} title={t("thanks.title")}>
      {used && <p>{t("thanks.used")}</p>}
      <p class="font-bold">{t("thanks.phone", { number: phone })}</p>
      {policy.required > 1 ? <p>{t("thanks.missing")}</p> : (
        <p>
          {t("thanks.ready")}{" "}
          <a class="inline-block py-2.5" href="/reset">{resetAddress}</a>
        </p>
      )}
      {more && <p>{t("thanks.more")}</p>}
      <p>
        <a class="inline-block py-2.5" href="/register">{t("app.list")}</a>
      </p>
    </Page>
  );
}
