import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { JSX } from "preact";
import { search } from "@/lib/browser/country_search.ts";

/** Props of {@linkcode CountryPicker}: its words. */
export interface CountryPickerProps {
  label: string;
  none: string;
}

/**
 * A box that searches the page's list of countries as one types. Before the
 * script runs it is nothing, and the list stays the one that counts. Its style
 * is that of the page, which knows no class that only a script brings.
 */
export default function CountryPicker(
  words: CountryPickerProps,
): JSX.Element | null {
  const ready = useSignal(false);
  const said = useSignal("");

  useEffect(() => {
    ready.value = true;
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
            said.value = chooseByName(event.currentTarget.value, words.none);
          }}
          onKeyDown={stayOnEnter}
        />
        <p role="status" class="text-dim">{said}</p>
      </>
    )
    : null;
}

/** Narrows the list, chooses the first of it, and returns what to say: its name, or `none`. */
function chooseByName(typed: string, none: string): string {
  const list = byId<HTMLSelectElement>("country");
  const options = [...list.options];
  const wanted = typed.trim();
  const matches = wanted ? search(options, wanted) : options;
  const [first] = matches;
  for (const option of options) {
    option.hidden = !!first && !matches.includes(option);
  }
  if (!wanted) return "";
  if (!first) return none;
  list.value = first.value;
  return first.text;
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
