import type { JSX } from "preact";
import type { Translate } from "@/lib/i18n/translate.ts";

/** One thing that is, or can be, set up. */
export interface ListedMethod {
  /** The start of its IDs on the page. */
  id: string;
  /** Its name. */
  title: string;
  /** How it stands. */
  state: string;
  /** When it was last confirmed, in epoch milliseconds; `null` where it is not set up. */
  confirmedAt: number | null;
  /** Whether a stranger cannot take it over. */
  strong: boolean;
  /** What can be done with it. */
  links: readonly (readonly [href: string, text: string])[];
}

/** One method: how it stands, and what can be done with it. */
export function MethodRow(
  { t, row }: { t: Translate; row: ListedMethod },
): JSX.Element {
  const { id, title, state, confirmedAt, strong, links } = row;
  const isSet = confirmedAt !== null;
  return (
    <li class="p-4 border rounded-md">
      <h2 id={id}>
        {title}
        {strong && (
          <>
            {" "}
            <small class="text-dim">{t("list.strong")}</small>
          </>
        )}
      </h2>
      <p>
        {isSet && <span class="text-ok" aria-hidden="true">✓</span>}{" "}
        <bdi>{state}</bdi>
      </p>
      {isSet && (
        <p class="text-dim">
          {t("list.confirmed", { date: t.date(confirmedAt) })}
        </p>
      )}
      {links.length > 0 && (
        <p class="flex flex-wrap gap-x-6">
          {links.map(([href, text]) => (
            <a
              key={href}
              href={href}
              class="inline-block py-2.5"
              aria-describedby={id}
            >
              {text}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}
