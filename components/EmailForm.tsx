import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField, VERBATIM } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode EmailForm}. */
export interface EmailFormProps {
  t: Translate;
  csrf: string;
  /** The address that is set up now, masked; `null` where none is. */
  now: string | null;
  /** The address as it was typed. */
  address: string;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
}

/** The address, and a button that has the code sent there. */
export function EmailForm(
  { t, csrf, now, address, errors }: EmailFormProps,
): JSX.Element {
  const title = t(now === null ? "email.title" : "email.title.change");
  return (
    <Page t={t} title={title} problems={problemsOf(errors)}>
      <p>{t("email.intro")}</p>
      {now !== null && <p>{t("email.now", { address: now })}</p>}
      <PostForm csrf={csrf}>
        <TextField
          name="address"
          label={t("email.label")}
          hint={t("email.hint")}
          error={errors.address ?? null}
          input={{
            ...VERBATIM,
            inputmode: "email",
            autocomplete: "email",
            value: address,
            dir: "ltr",
          }}
        />
        <button type="submit">{t("email.submit")}</button>
      </PostForm>
    </Page>
  );
}
