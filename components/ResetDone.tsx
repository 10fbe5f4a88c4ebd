import type { JSX } from "preact";
import { OutcomeCode } from "@/components/OutcomeCode.tsx";
import { Page } from "@/components/Page.tsx";
import type { ResetGoal } from "@/lib/domain/reset.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode ResetDone}. */
export interface ResetDoneProps {
  t: Translate;
  /** What was done. */
  goal: ResetGoal;
}

const DONE = { password: "done", unlock: "unlocked" } as const;

/** What happened, and what comes next. Nobody is signed in. */
export function ResetDone({ t, goal }: ResetDoneProps): JSX.Element {
  const done = DONE[goal];
  return (
    <Page t={t} title={t(`reset.${done}.title`)}>
      <p role="status">{t(`reset.${done}`)}</p>
      <p>{t("reset.devices")}</p>
      <p>
        <a class="inline-block py-2.5 font-bold" href="/register">
          {t("reset.signIn")}
        </a>
      </p>
      <OutcomeCode t={t} name={goal === "unlock" ? "unlocked" : "reset"} />
    </Page>
  );
}
