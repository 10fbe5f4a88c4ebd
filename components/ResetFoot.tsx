import type { JSX } from "preact";
import { inGroups } from "@/lib/domain/support_code.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode ResetFoot}. */
export interface ResetFootProps {
  t: Translate;
  /** What the help desk is told; `null` where nothing has begun. */
  support: string | null;
  /** Whether the page is the one that the link leads to. */
  helping?: boolean;
}

/** What stands at the foot of every page of a reset: who helps, and what to tell them. */
export function ResetFoot(
  { t, support, helping = false }: ResetFootProps,
): JSX.Element {
  return (
    <p class="text-dim text-sm">
      {!helping && (
        <a class="inline-block py-3" href="/reset/help">{t("reset.help")}</a>
      )}
      {support !== null && (
        <>
          {!helping && <br />}
          {t("reset.support", { code: inGroups(support) })}
        </>
      )}
    </p>
  );
}
