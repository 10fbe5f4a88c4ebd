import type { ComponentChildren, JSX } from "preact";
import { NewPassword } from "@/components/NewPassword.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField, VERBATIM } from "@/components/TextField.tsx";
import type { Session } from "@/lib/domain/session.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Change}. */
export interface ChangeProps {
  t: Translate;
  csrf: string;
  /** The user name, as it was typed or as the person signed in. */
  userName: string;
  /** Why it must be changed before anything else; absent where it need not. */
  due?: Session["due"] | undefined;
  /** The rules of a new password, a sentence each. */
  rules: readonly string[];
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
  /** The button that shows the new password, which needs a script. */
  children?: ComponentChildren;
}

/** Who it is, the password until now, and a new one. */
export function Change(props: ChangeProps): JSX.Element {
  const { t, csrf, due, errors } = props;
  return (
    <Page t={t} title={t("change.title")} problems={problemsOf(errors)}>
      <p>{t(due ? `change.due.${due}` : "change.intro")}</p>
      <PostForm csrf={csrf}>
        <OldPassword {...props} />
        <NewPassword
          t={t}
          rules={props.rules}
          error={errors.newPassword ?? null}
        >
          {props.children}
        </NewPassword>
        <button type="submit">{t("change.submit")}</button>
      </PostForm>
      <p class="flex flex-wrap gap-x-6">
        <a class="inline-block py-2.5" href="/reset">{t("change.forgotten")}</a>
        <a class="inline-block py-2.5" href="/reset/help">{t("reset.help")}</a>
      </p>
    </Page>
  );
}

function OldPassword(
  { t, userName, errors }: ChangeProps,
): JSX.Element {
  return (
    <>
      <TextField
        name="userName"
        label={t("signIn.userName")}
        error={errors.userName ?? null}
        input={{
          ...VERBATIM,
          autocomplete: "username",
          value: userName,
          dir: "auto",
        }}
      />
      <TextField
        name="password"
        label={t("change.old")}
        error={errors.password ?? null}
        input={{ type: "password", autocomplete: "current-password" }}
      />
    </>
  );
}
