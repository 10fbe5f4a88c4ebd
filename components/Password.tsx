import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Password}. */
export interface PasswordProps {
  t: Translate;
  csrf: string;
  /** Whose password is asked for. */
  userName: string;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
}

/** The password once more, before something is changed. */
export function Password(
  { t, csrf, userName, errors }: PasswordProps,
): JSX.Element {
  return (
    <Page t={t} title={t("password.title")} problems={problemsOf(errors)}>
      <p>{t("password.why")}</p>
      <PostForm csrf={csrf}>
        <TextField
          name="password"
          label={t("password.label", { name: userName })}
          error={errors.password ?? null}
          input={{ type: "password", autocomplete: "current-password" }}
        />
        <button type="submit">{t("password.submit")}</button>
      </PostForm>
    </Page>
  );
}
