import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";

/** Props of {@linkcode PasswordField}. */
export interface PasswordFieldProps {
  /** The ID of the password's input. */
  field: string;
  /** What the button is called. */
  label: string;
}

/**
 * The button that shows what is typed into a password's field. Before the script
 * runs it is nothing. What is sent is hidden again, so that no browser keeps it
 * among the texts of other forms. Its style is that of an input: the page knows
 * no class that only a script brings.
 */
export default function PasswordField(
  { field, label }: PasswordFieldProps,
): JSX.Element | null {
  const shown = useSignal(false);
  const ready = useSignal(false);
  const input = useRef<HTMLInputElement | null>(null);

  function show(on: boolean): void {
    shown.value = on;
    if (input.current) input.current.type = on ? "text" : "password";
  }

  useEffect(() => {
    input.current = document.getElementById(field) as HTMLInputElement | null;
    const form = input.current?.form;
    const hide = () => show(false);
    form?.addEventListener("submit", hide);
    ready.value = true;
    return () => form?.removeEventListener("submit", hide);
  }, []);

  return ready.value
    ? (
      <input
        type="button"
        value={label}
        aria-pressed={shown.value}
        aria-controls={field}
        onClick={() => show(!shown.value)}
      />
    )
    : null;
}
