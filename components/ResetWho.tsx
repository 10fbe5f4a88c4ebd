import type { ComponentChildren, JSX } from "preact";
import { IdentifierField } from "@/components/IdentifierField.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode ResetWho}. */
export interface ResetWhoProps {
  t: Translate;
  csrf: string;
  /** What was typed. */
  identifier: string;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
  /** What is said to whoever comes from a page of a reset that is over; `null` to others. */
  over: string | null;
  /** Where a reset of this browser goes on; `null` where none is under way. */
  going: string | null;
  /** What else the form carries. */
  children?: ComponentChildren;
}

/** How a reset begins: whose password it is about. */
export function ResetWho(
  { t, csrf, identifier, errors, over, going, children }: ResetWhoProps,
): JSX.Element {
  return (
    <Page t={t} title={t("reset.title")} problems={problemsOf(errors)}>
      {over !== null && (
        <p role="status" class="font-bold">
          {over}
        </p>
      )}
      {going !== null && (
        <p>
          {t("reset.going")}{" "}
          <a class="inline-block py-2.5" href={going}>{t("reset.going.go")}</a>
        </p>
      )}
      <p>{t("reset.intro")}</p>
      <PostForm csrf={csrf} action="/reset">
        <IdentifierField t={t} typed={identifier} error={errors.identifier} />
        {children}
        <button type="submit">{t("reset.go")}</button>
      </PostForm>
    </Page>
  );
}
