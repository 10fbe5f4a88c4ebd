import type { ComponentChildren, JSX } from "preact";

/** Props of {@linkcode Field}. */
export interface FieldProps {
  /** The ID of the control, and the start of the others. */
  id: string;
  label: string;
  /** What helps to fill it in. */
  hint?: string;
  /** What is wrong with it, if anything. */
  error: string | null;
  children: ComponentChildren;
}

/** A labelled control with its hint and its error. The control takes {@linkcode described}. */
export function Field(
  { id, label, hint, error, children }: FieldProps,
): JSX.Element {
  return (
    <div>
      <label for={id}>{label}</label>
      {hint && <p id={`${id}-hint`} class="text-dim">{hint}</p>}
      {error && <p id={`${id}-error`} class="font-bold text-red">{error}</p>}
      {children}
    </div>
  );
}

/** What ties a control to its label, hint and error for screen readers. */
export function described(
  { id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">,
): JSX.InputHTMLAttributes & JSX.SelectHTMLAttributes {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return {
    id,
    ...(error && { "aria-invalid": true }),
    ...(ids.length > 0 && { "aria-describedby": ids.join(" ") }),
  };
}
