import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Practice}. */
export interface PracticeProps {
  t: Translate;
  /** The steps that can be taken. */
  links: readonly (readonly [href: string, text: string])[];
  /** Whether one was taken already. */
  more: boolean;
  /** What keeps the person from getting to the end; nothing where nothing does. */
  missing: readonly string[];
}

/** How a practice run begins, and goes on. */
export function Practice(
  { t, links, more, missing }: PracticeProps,
): JSX.Element {
  return (
    <Page t={t} title={t("practice.title")}>
      <p role={more ? "status" : undefined}>
        {t(more ? "practice.more" : "practice.intro")}
      </p>
      {missing.map((line) => <p key={line}>{line}</p>)}
      {links.length === 0 ? <p>{t("practice.none")}</p> : (
        <>
          <h2>{t("practice.how")}</h2>
          <ul>
            {links.map(([href, text]) => (
              <li key={href}>
                <a class="inline-block py-2.5" href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
