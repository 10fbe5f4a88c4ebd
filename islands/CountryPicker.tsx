import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { JSX } from "preact";
import { guess, search } from "@/lib/browser/country_search.ts";

/** Props of {@linkcode CountryPicker}: its words. */
export interface CountryPickerProps {
  label: string;
  /** What is said when a country is chosen, with `{country}`. */
  chosen: string;
  none: string;
}

/**
 * A box that searches the page's list of countries as one types, and the
 * country of a number that begins with its code. Before the script runs it is
 * nothing, and the list stays the one that counts. Its style is that of the
 * page, which knows no class that only a script brings.
 */
export default function CountryPicker(
  words: CountryPickerProps,
): JSX.Element | null {
  const ready = useSignal(false);
  const said = useSignal("");

  useEffect(() => {
    ready.value = true;
    const number = byId<HTMLInputElement>("number");
    const read = () => {
      said.value = chooseByNumber(number.value, words) ?? said.value;
    };
    number.addEventListener("input", read);
    return () => number.removeEventListener("input", read);
  }, []);

  return ready.value
    ? (
      <>
        <input
          type="search"
          aria-label={words.label}
          placeholder={words.label}
          aria-controls="country"
          autocomplete="off"
          onInput={(event) => {
            said.value = chooseByName(event.currentTarget.value, words);
          }}
          onKeyDown={stayOnEnter}
        />
        <p role="status" class="text-dim">{said}</p>
      </>
    )
    : null;
}

/** Narrows the list, chooses the first of it, and returns what to say. */
function chooseByName(
  typed: string,
  { chosen, none }: CountryPickerProps,
): string {
  const list = byId<HTMLSelectElement>("country");
  const options = [...list.options];
  const wanted = typed.trim();
  const matches = wanted ? search(options, wanted) : options;
  const [first] = matches;
  for (const option of options) {
    option.hidden = !!first && !matches.includes(option);
  }
  if (!wanted) return "";
  return first ? choose(list, first, chosen) : none;
}

/** Chooses the country of a number, and returns what to say; `undefined` where it tells nothing new. */
function chooseByNumber(
  typed: string,
  { chosen }: CountryPickerProps,
): string | undefined {
  const list = byId<HTMLSelectElement>("country");
  const option = guess([...list.options], typed, list.value);
  return option && choose(list, option, chosen);
}

function choose(
  list: HTMLSelectElement,
  option: HTMLOptionElement,
  words: string,
): string {
  list.value = option.value;
  return words.replace("{country}", option.text);
}

/** Enter ends the search; it must not send the form, which has no number yet. */
function stayOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  byId("country").focus();
}

/** The page that has this island has the element too. */
function byId<Element extends HTMLElement>(id: string): Element {
  return document.getElementById(id) as Element;
}
