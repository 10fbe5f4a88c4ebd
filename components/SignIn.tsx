import type { ComponentChildren, JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField, VERBATIM } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode SignIn}. */
export interface SignInProps {
  t: Translate;
  csrf: string;
  /** The user name as it was typed. */
  userName: string;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
  /** What offers passkeys in the name's field; absent where there is nothing to offer. */
  children?: ComponentChildren;
}

/** User name and password. */
export function SignIn(
  { t, csrf, userName, errors, children }: SignInProps,
): JSX.Element {
  return (
    <Page t={t} title={t("signIn.title")} problems={problemsOf(errors)}>
      <p>{t("signIn.intro")}</p>
      <PostForm csrf={csrf} action="/register">
        <TextField
          name="userName"
          label={t("signIn.userName")}
          error={errors.userName ?? null}
          input={{
            ...VERBATIM,
            autocomplete: children ? "username webauthn" : "username",
            value: userName,
            dir: "auto",
          }}
        />
        <TextField
          name="password"
          label={t("signIn.password")}
          error={errors.password ?? null}
          input={{ type: "password", autocomplete: "current-password" }}
        />
        <button type="submit">{t("signIn.submit")}</button>
      </PostForm>
      {children && (
        <PostForm csrf={csrf} action="/register/sign-in">{children}</PostForm>
      )}
    </Page>
  );
}
