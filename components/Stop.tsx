import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField, VERBATIM } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Stop}. */
export interface StopProps {
  t: Translate;
  csrf: string;
  /** The code as it was typed. */
  code: string;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
}

/** "This was not me": the code of a notice, and what comes of it. */
export function Stop({ t, csrf, code, errors }: StopProps): JSX.Element {
  return (
    <Page t={t} title={t("stop.title")} problems={problemsOf(errors)}>
      <p>{t("stop.intro")}</p>
      <p>{t("stop.what")}</p>
      <p>{t("stop.lift")}</p>
      <PostForm csrf={csrf}>
        <TextField
          name="code"
          label={t("stop.label")}
          hint={t("stop.hint")}
          error={errors.code ?? null}
          input={{
            ...VERBATIM,
            autocomplete: "off",
            value: code,
            dir: "ltr",
            class: "tracking-[.3em]",
          }}
        />
        <button type="submit">{t("stop.submit")}</button>
      </PostForm>
    </Page>
  );
}
