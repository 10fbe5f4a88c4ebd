import type { JSX } from "preact";
import { Advice, type AdviceWords } from "@/components/Advice.tsx";
import { FrozenNotice } from "@/components/FrozenNotice.tsx";
import { type Check, RecoveryCheck } from "@/components/RecoveryCheck.tsx";
import { type ListedMethod, MethodRow } from "@/components/MethodRow.tsx";
import { Page } from "@/components/Page.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode MethodList}. */
export interface MethodListProps {
  t: Translate;
  rows: readonly ListedMethod[];
  /** How many methods the policy asks for. */
  required: number;
  /** How many more of them are needed. */
  missing: number;
  check: Check;
  /** When the practice run was last finished, in epoch milliseconds; `null` before that. */
  practisedAt: number | null;
  /** What is recommended; `null` for nothing. */
  advice: AdviceWords | null;
  /** The host of the application that the person came from; `null` where from none. */
  back: string | null;
  /** Whether somebody has said "this was not me", so that nothing can be changed. */
  frozen?: boolean;
}

/** The ways that the policy allows, each with its state, and what is still needed. */
export function MethodList(props: MethodListProps): JSX.Element {
  const { t, rows, advice, back, frozen = false } = props;
  return (
    <Page t={t} title={t("list.title")}>
      {frozen && <FrozenNotice t={t} />}
      {advice && <Advice t={t} {...advice} />}
      <p>{t("list.intro")}</p>
      {rows.length === 0 ? <p>{t("list.none")}</p> : <Ways {...props} />}
      {back && (
        <p>
          <a class="inline-block py-2.5 font-bold" href="/register/return">
            {t("list.back", { host: back })}
          </a>
        </p>
      )}
    </Page>
  );
}

function Ways(props: MethodListProps): JSX.Element {
  const { t, required, missing, check, practisedAt, frozen = false } = props;
  // Each link would lead back to this page as long as nothing can be changed.
  const rows = frozen
    ? props.rows.map((row) => ({ ...row, links: [] }))
    : props.rows;
  return (
    <>
      {!frozen && (
        <p>
          {t.plural("list.needed", required)}{" "}
          <b>
            {missing > 0 ? t.plural("list.more", missing) : t("list.ready")}
          </b>
        </p>
      )}
      <ul class="grid gap-3">
        {rows.map((row) => <MethodRow key={row.id} t={t} row={row} />)}
      </ul>
      <RecoveryCheck t={t} check={check} practisedAt={practisedAt} />
    </>
  );
}
