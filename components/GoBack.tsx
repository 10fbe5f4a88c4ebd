import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode GoBack}. */
export interface GoBackProps {
  t: Translate;
  /** The host that the way leads to. */
  host: string;
  /** Whether registration was put off. */
  skipped: boolean;
}

/** Names where the way leads before it leaves this site (OWASP ASVS 3.7.3). */
export function GoBack({ t, host, skipped }: GoBackProps): JSX.Element {
  return (
    <Page t={t} title={t("return.title")}>
      <p>{t(skipped ? "return.skipped" : "return.ready")}</p>
      <p>
        <a
          class="inline-block py-2.5 font-bold"
          href="/register/return?go"
          rel="noreferrer"
        >
          {t("return.go", { host })}
        </a>
      </p>
    </Page>
  );
}
