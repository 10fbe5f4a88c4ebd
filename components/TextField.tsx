import type { JSX } from "preact";
import { described, Field } from "@/components/Field.tsx";

/** Props of {@linkcode TextField}. */
export interface TextFieldProps {
  /** The input's name and ID. */
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with it, if anything. */
  error: string | null;
  /** Further attributes of the input. */
  input: JSX.InputHTMLAttributes;
}

/** For names and secrets: nothing in them is corrected or capitalised. */
export const VERBATIM = { spellcheck: false, autocapitalize: "none" } as const;

/** One labelled line of text. No length is set, so nothing that is pasted is cut off. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { name, label, hint, error, input } = props;
  const parts = { id: name, error, ...(hint !== undefined && { hint }) };
  return (
    <Field {...parts} label={label}>
      <input
        {...described(parts)}
        name={name}
        required
        {...input}
      />
    </Field>
  );
}
