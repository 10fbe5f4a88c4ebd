import type { JSX } from "preact";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Says on the list that recovery is frozen, and where it is opened again. */
export function FrozenNotice({ t }: { t: Translate }): JSX.Element {
  return (
    <div role="status" class="p-4 border-2 border-red rounded-md">
      <p class="font-bold">{t("list.frozen")}</p>
      <p>
        <a class="inline-block py-2.5" href="/register/lift">
          {t("list.frozen.lift")}
        </a>
      </p>
    </div>
  );
}
