import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { JSX } from "preact";
import {
  askPasskey,
  type Deed,
  hasPasskeys,
  type PasskeyOptions,
} from "@/lib/browser/passkey.ts";
import { readPasskeyName } from "@/lib/domain/passkeys.ts";

/** Props of {@linkcode PasskeyButton}. */
export interface PasskeyButtonProps {
  deed: Deed;
  /** What the browser is asked. */
  options: PasskeyOptions;
  label: string;
  words: PasskeyButtonWords;
}

/** What is said, and when. */
export interface PasskeyButtonWords {
  /** Before a script runs, and where none does. */
  scripts: string;
  /** Where the browser has no passkeys. */
  unsupported: string;
  /** While the person's device asks them. */
  busy: string;
  /** What went wrong, by the fault of the name or the name of the browser's error; `""` for any other. */
  errors: Readonly<Record<string, string>>;
}

/**
 * The button that asks for a passkey and sends the form it is in with the
 * answer. The name field, if the form has one, is looked at first: a passkey
 * that is made and then refused would stay in the person's device.
 */
export default function PasskeyButton(
  { deed, options, label, words }: PasskeyButtonProps,
): JSX.Element {
  const here = useSignal<boolean | null>(null);
  const said = useSignal("");
  const wrong = useSignal("");

  useEffect(() => {
    here.value = hasPasskeys();
  }, []);

  async function press(
    event: JSX.TargetedMouseEvent<HTMLButtonElement>,
  ): Promise<void> {
    event.preventDefault();
    const { form } = event.currentTarget;
    if (form === null || said.value !== "") return;
    const field = (name: string) =>
      form.elements.namedItem(name) as HTMLInputElement | null;
    const name = field("name");
    const fault = name && nameFault(name.value);
    wrong.value = fault ? words.errors[fault] ?? "" : "";
    if (fault) return name.focus();
    said.value = words.busy;
    try {
      const credential = field("credential") as HTMLInputElement;
      credential.value = await askPasskey(deed, options);
      form.submit();
    } catch (error) {
      const { name } = error as Error;
      wrong.value = words.errors[name] ?? words.errors[""] ?? name;
      said.value = "";
    }
  }

  return (
    <>
      <input type="hidden" name="credential" value="" />
      {here.value
        ? <button type="submit" onClick={press}>{label}</button>
        : <p>{here.value === null ? words.scripts : words.unsupported}</p>}
      <p role="status">{said}</p>
      <p role="alert" class="font-bold text-red">{wrong}</p>
    </>
  );
}

function nameFault(typed: string): string | null {
  const read = readPasskeyName(typed);
  return read.ok ? null : read.why;
}
