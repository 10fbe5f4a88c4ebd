import type { ComponentChildren, JSX } from "preact";
import { Field } from "@/components/Field.tsx";
import { NewPassword } from "@/components/NewPassword.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode ResetPassword}. */
export interface ResetPasswordProps {
  t: Translate;
  csrf: string;
  /** Whose password it is: for the person, and for password managers. */
  userName: string;
  /** The rules of a new password, a sentence each. */
  rules: readonly string[];
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
  /** The button that shows the password, which needs a script. */
  children?: ComponentChildren;
}

/** The new password of somebody who has proved who they are. */
export function ResetPassword(
  { t, csrf, userName, rules, errors, children }: ResetPasswordProps,
): JSX.Element {
  return (
    <Page
      t={t}
      title={t("reset.password.title")}
      problems={problemsOf(errors)}
    >
      <p>{t("reset.password.intro")}</p>
      <PostForm csrf={csrf}>
        <Field id="userName" label={t("signIn.userName")} error={null}>
          <input
            id="userName"
            // w3m sends a field without a name under its value.
            name="userName"
            type="text"
            autocomplete="username"
            class="border-0 p-0"
            value={userName}
            dir="auto"
            readOnly
          />
        </Field>
        <NewPassword t={t} rules={rules} error={errors.newPassword ?? null}>
          {children}
        </NewPassword>
        <button type="submit">{t("reset.password.go")}</button>
      </PostForm>
      <p>
        <a class="inline-block py-2.5" href="/reset">{t("reset.again")}</a>
      </p>
    </Page>
  );
}
