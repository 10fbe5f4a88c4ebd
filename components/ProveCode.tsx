import type { JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import { Prove, type ProveProps } from "@/components/Prove.tsx";
import { TextField, VERBATIM } from "@/components/TextField.tsx";

/** Props of {@linkcode ProveCode}. */
export interface ProveCodeProps extends ProveProps {
  csrf: string;
  label: string;
  hint: string;
  /** What is said above the field. */
  note?: string;
  /** How long the code is valid. */
  valid?: string;
  /** Whether the code has letters; digits alone where absent. */
  letters?: boolean;
  /** Whether it is longer than a narrow field shows when its digits stand apart. */
  long?: boolean;
  /** Where the form goes; to the page's own address where absent. */
  action?: string;
}

/** Proving by a code that the person reads somewhere. */
export function ProveCode(
  {
    csrf,
    label,
    hint,
    note,
    valid,
    letters = false,
    long = false,
    action,
    ...prove
  }: ProveCodeProps,
): JSX.Element {
  const { t, errors, children } = prove;
  const entry = letters
    ? { autocomplete: "off" } as const
    : { inputmode: "numeric", autocomplete: "one-time-code" } as const;
  return (
    <Prove {...prove}>
      {note && <p role="status">{note}</p>}
      <PostForm csrf={csrf} {...action && { action }}>
        {valid && <p>{valid}</p>}
        <TextField
          name="code"
          label={label}
          hint={hint}
          error={errors.code ?? null}
          input={{
            ...VERBATIM,
            ...entry,
            dir: "ltr",
            ...long ? {} : { class: "tracking-[.3em]" },
          }}
        />
        <button type="submit">{t("code.submit")}</button>
      </PostForm>
      {children}
    </Prove>
  );
}
