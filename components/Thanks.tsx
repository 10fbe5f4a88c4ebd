import type { JSX } from "preact";
import { Advice, type AdviceWords } from "@/components/Advice.tsx";
import { Page } from "@/components/Page.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Thanks}. */
export interface ThanksProps {
  t: Translate;
  /** What was set up, as a sentence. */
  what: string;
  /** Whether the code had been used before; it worked then. */
  used: boolean;
  /** How many more methods are needed. */
  missing: number;
  /** The address of the reset portal, as a person writes it down. */
  resetAddress: string;
  /** What is recommended; `null` for nothing. */
  advice: AdviceWords | null;
  /** The host of the application that the person came from; `null` where from none. */
  back: string | null;
}

/** What was registered, what it is good for, and what else would help. */
export function Thanks(props: ThanksProps): JSX.Element {
  const { t, what, used, missing, resetAddress, advice, back } = props;
  return (
    <Page t={t} title={t("thanks.title")}>
      {used && <p>{t("thanks.used")}</p>}
      <p class="font-bold">{what}</p>
      {missing > 0 ? <p>{t.plural("thanks.needed", missing)}</p> : (
        <p>
          {t("thanks.ready")}{" "}
          <a class="inline-block py-2.5" href="/reset">{resetAddress}</a>
        </p>
      )}
      {back && missing === 0 && (
        <p>
          <a class="inline-block py-2.5 font-bold" href="/register/return">
            {t("return.go", { host: back })}
          </a>
        </p>
      )}
      {advice && <Advice t={t} {...advice} />}
    </Page>
  );
}
