import type { JSX } from "preact";
import type { Translate } from "@/lib/i18n/translate.ts";

/** What the recovery check says. */
export interface Check {
  /** Whether the person would get back in. */
  ok: boolean;
  /** How it stands, and then what would help. */
  said: readonly string[];
}

/** Props of {@linkcode RecoveryCheck}. */
export interface RecoveryCheckProps {
  t: Translate;
  check: Check;
  /** When the practice run was last finished, in epoch milliseconds; `null` before that. */
  practisedAt: number | null;
}

/** Whether the person would get back in today, in words and a sign besides the colour. */
export function RecoveryCheck(
  { t, check, practisedAt }: RecoveryCheckProps,
): JSX.Element {
  const [first, ...more] = check.said;
  return (
    <section class="p-4 border rounded-md" aria-labelledby="check">
      <h2 id="check">{t("check.title")}</h2>
      <p class={check.ok ? "font-bold text-ok" : "font-bold text-red"}>
        <span aria-hidden="true">{check.ok ? "✓" : "✗"}</span> {first}
      </p>
      {more.map((words) => <p key={words}>{words}</p>)}
      {check.ok && <p>{t("list.practise.why")}</p>}
      {practisedAt !== null && (
        <p class="text-dim">
          {t("list.practised", { date: t.date(practisedAt) })}
        </p>
      )}
      {check.ok && (
        <p>
          <a class="inline-block py-2.5" href="/register/practice">
            {t("list.practise")}
          </a>
        </p>
      )}
    </section>
  );
}
