import type { ComponentChildren, JSX } from "preact";
import { described, Field } from "@/components/Field.tsx";
import { REGIONS } from "@/lib/domain/countries.ts";
import type { Tag } from "@/lib/i18n/locales.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode CountrySelect}. */
export interface CountrySelectProps {
  t: Translate;
  /** The regions in the list: ISO 3166-1 alpha-2. */
  regions: "all" | readonly string[];
  /** The one that is chosen, if it is in the list. */
  chosen: string | null;
  /** What is wrong with the choice, if anything. */
  error: string | null;
  /** What a script adds before the list. */
  children?: ComponentChildren;
}

/** Policies seldom change; the bound is for those that do. */
const MAX_KEPT = 20;
const kept = new Map<string, string>();

/** The native list of countries, in the reader's language. */
export function CountrySelect(
  { t, regions, chosen, error, children }: CountrySelectProps,
): JSX.Element {
  const id = "country";
  const choose = `<option value>${escape(t("phone.country.choose"))}`;
  return (
    <Field id={id} label={t("phone.country")} error={error}>
      {children}
      <select
        {...described({ id, error })}
        name={id}
        // No input of anybody is in it: constant region codes, names
        // of this runtime's Intl, one message of ours, and both texts escaped.
        // As 245 elements it would cost more than the rest of the page.
        // deno-lint-ignore react-no-danger -- the proof stands above
        dangerouslySetInnerHTML={{
          __html: choose + choosing(options(t.tag, regions), chosen),
        }}
      />
    </Field>
  );
}

/**
 * HTML allows leaving out the end tags and the quotes; both are 5 kB less to
 * compress. Country codes would be 620 bytes more on the wire, and a number that
 * is typed with its own wins over the list.
 */
function options(tag: Tag, regions: "all" | readonly string[]): string {
  const key = `${tag} ${regions}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames(tag, { type: "region" });
  const markup = REGIONS
    .filter((region) => regions === "all" || regions.includes(region))
    .map((region) => ({ region, label: names.of(region) ?? region }))
    .sort(byLabel(tag))
    .map(({ region, label }) => `<option value=${region}>${escape(label)}`)
    .join("");
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, markup);
  return markup;
}

function byLabel(
  tag: Tag,
): (a: { label: string }, b: { label: string }) => number {
  const { compare } = new Intl.Collator(tag);
  return (a, b) => compare(a.label, b.label);
}

/** Marks one option. Whatever is not two capitals is in no option, so nothing is marked. */
function choosing(markup: string, region: string | null): string {
  return markup.replace(`value=${region}>`, `value=${region} selected>`);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
