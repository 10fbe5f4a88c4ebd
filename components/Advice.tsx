import type { JSX } from "preact";
import type { Translate } from "@/lib/i18n/translate.ts";

/** What is recommended. */
export interface AdviceWords {
  /** Why, as a sentence. */
  why: string;
  /** Where it is set up. */
  href: string;
  /** What it is called. */
  method: string;
}

/** Recommends a second way, and says why. */
export function Advice(
  { t, why, href, method }: AdviceWords & { t: Translate },
): JSX.Element {
  return (
    <section class="p-4 border rounded-md" aria-labelledby="advice">
      <h2 id="advice">{t("advice.title")}</h2>
      <p>
        {t("advice.why")} {why}
      </p>
      <p>
        <a class="inline-block py-2.5" href={href}>
          {t("advice.go", { method })}
        </a>
      </p>
    </section>
  );
}
