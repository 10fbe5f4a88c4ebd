import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode PasskeyRename}. */
export interface PasskeyRenameProps {
  t: Translate;
  csrf: string;
  /** The name in the field. */
  name: string;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
}

/** Another name for a passkey. */
export function PasskeyRename(
  { t, csrf, name, errors }: PasskeyRenameProps,
): JSX.Element {
  const title = t("passkey.rename.title");
  return (
    <Page t={t} title={title} problems={problemsOf(errors)}>
      <PostForm csrf={csrf}>
        <TextField
          name="name"
          label={t("passkey.name")}
          hint={t("passkey.name.hint")}
          error={errors.name ?? null}
          input={{ value: name, autocomplete: "off", dir: "auto" }}
        />
        <button type="submit">{t("passkey.rename.submit")}</button>
      </PostForm>
    </Page>
  );
}
