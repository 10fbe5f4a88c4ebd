import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode ResetUnlock}. */
export interface ResetUnlockProps {
  t: Translate;
  csrf: string;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
}

/** The last step of somebody who knows the password. */
export function ResetUnlock(
  { t, csrf, errors }: ResetUnlockProps,
): JSX.Element {
  return (
    <Page t={t} title={t("reset.unlock.title")} problems={problemsOf(errors)}>
      <p>{t("reset.unlock.intro")}</p>
      <PostForm csrf={csrf}>
        <button type="submit">{t("reset.unlock.go")}</button>
      </PostForm>
      <p>
        <a class="inline-block py-2.5" href="/reset">{t("reset.again")}</a>
      </p>
    </Page>
  );
}
