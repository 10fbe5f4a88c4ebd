import type { ComponentChildren, JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { problemsOf } from "@/components/problems.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Prove}. */
export interface ProveProps {
  t: Translate;
  /** Whether it is to open recovery again that is frozen. */
  frozen: boolean;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
  /** Other ways that are enough: where, and what they are called. */
  others: readonly (readonly [href: string, text: string])[];
  /** What the page is about; a fresh proof where absent. */
  about?: { title: string; intro: string };
  /** The way out: where, and what it says; none where absent. */
  back?: readonly [href: string, text: string];
  /** What somebody can do who has none of these any more; nothing is said where absent. */
  lost?: string;
  /** The form of this way. */
  children?: ComponentChildren;
}

/** One way to prove again who one is, and the links to the others. */
export function Prove(
  { t, frozen, errors, others, about, back, lost, children }: ProveProps,
): JSX.Element {
  return (
    <Page
      t={t}
      title={about?.title ?? t("prove.title")}
      problems={problemsOf(errors)}
    >
      <p>{about?.intro ?? t(frozen ? "prove.frozen" : "password.why")}</p>
      {children ?? <p class="font-bold">{t("prove.none")}</p>}
      {others.length > 0 && (
        <>
          <h2>{t("passkey.others")}</h2>
          <ul>
            {others.map(([href, text]) => (
              <li key={href}>
                <a class="inline-block py-2.5" href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {lost && (
        <p>
          {lost}{" "}
          <a class="inline-block py-2.5" href="/reset/help">
            {t("reset.help")}
          </a>
        </p>
      )}
      {back && (
        <p>
          <a class="inline-block py-2.5" href={back[0]}>{back[1]}</a>
        </p>
      )}
    </Page>
  );
}
