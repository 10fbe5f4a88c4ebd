import type { JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import { Prove, type ProveProps } from "@/components/Prove.tsx";
import { TextField, VERBATIM } from "@/components/TextField.tsx";

/** Props of {@linkcode ProveCode}. */
export interface ProveCodeProps extends Omit<ProveProps, "children"> {
  csrf: string;
  label: string;
  hint: string;
  /** What is said above the field. */
  note?: string;
  /** Whether the code has letters; digits alone where absent. */
  letters?: boolean;
}

/** Proving by a code that the person reads somewhere. */
export function ProveCode(
  { csrf, label, hint, note, letters = false, ...prove }: ProveCodeProps,
): JSX.Element {
  const { t, errors } = prove;
  const entry = letters
    ? { autocomplete: "off" } as const
    : { inputmode: "numeric", autocomplete: "one-time-code" } as const;
  return (
    <Prove {...prove}>
      {note && <p role="status">{note}</p>}
      <PostForm csrf={csrf}>
        <TextField
          name="code"
          label={label}
          hint={hint}
          error={errors.code ?? null}
          input={{
            ...VERBATIM,
            ...entry,
            dir: "ltr",
            class: "tracking-[.3em]",
          }}
        />
        <button type="submit">{t("code.submit")}</button>
      </PostForm>
    </Prove>
  );
}
