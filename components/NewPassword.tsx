import type { ComponentChildren, JSX } from "preact";
import { described, Field } from "@/components/Field.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode NewPassword}. */
export interface NewPasswordProps {
  t: Translate;
  /** The rules, a sentence each. */
  rules: readonly string[];
  /** Why the last one was not taken, if any was. */
  error: string | null;
  /** The button that shows it, which needs a script. */
  children?: ComponentChildren;
}

/** The field for a new password, with its rules before it. */
export function NewPassword(
  { t, rules, error, children }: NewPasswordProps,
): JSX.Element {
  const id = "newPassword";
  const hint = t("newPassword.hint");
  return (
    <Field id={id} label={t("newPassword.label")} error={error}>
      <div id={`${id}-hint`} class="text-dim">
        <ul class="list-disc [padding-inline-start:1.2rem]">
          {rules.map((rule) => <li key={rule}>{rule}</li>)}
        </ul>
        <p>{hint}</p>
      </div>
      <input
        {...described({ id, hint, error })}
        name={id}
        type="password"
        autocomplete="new-password"
        required
      />
      {children}
    </Field>
  );
}
