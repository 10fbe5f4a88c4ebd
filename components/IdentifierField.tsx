import type { JSX } from "preact";
import { TextField, VERBATIM } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode IdentifierField}. */
export interface IdentifierFieldProps {
  t: Translate;
  /** What was typed. */
  typed: string;
  /** What is wrong with it, if anything. */
  error: string | undefined;
}

/** Who cannot get in: a user name or an email address. */
export function IdentifierField(
  { t, typed, error }: IdentifierFieldProps,
): JSX.Element {
  return (
    <TextField
      name="identifier"
      label={t("reset.who")}
      error={error ?? null}
      input={{
        ...VERBATIM,
        autocomplete: "username",
        value: typed,
        dir: "auto",
      }}
    />
  );
}
