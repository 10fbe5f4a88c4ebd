import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode ResetWhy}. */
export interface ResetWhyProps {
  t: Translate;
  csrf: string;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
}

const GOALS = ["password", "unlock"] as const;

/** What the person is here for. */
export function ResetWhy({ t, csrf, errors }: ResetWhyProps): JSX.Element {
  return (
    <Page t={t} title={t("reset.why.title")} problems={problemsOf(errors)}>
      <PostForm csrf={csrf}>
        {GOALS.map((goal, i) => (
          <p key={goal}>
            <button
              id={i === 0 ? "goal" : undefined}
              type="submit"
              name="goal"
              value={goal}
            >
              {t(`reset.why.${goal}`)}
            </button>
          </p>
        ))}
      </PostForm>
      <p>
        <a class="inline-block py-2.5" href="/reset">{t("reset.again")}</a>
      </p>
    </Page>
  );
}
