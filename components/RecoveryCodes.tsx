import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode RecoveryCodes}. */
export interface RecoveryCodesProps {
  t: Translate;
  csrf: string;
  /** How many of the codes are unused; `null` where none are made. */
  left: number | null;
  /** How many were used and not replaced yet. */
  used: number;
  /** Names the codes that the page is about. */
  edition: string;
  /** Whether somebody wants to see codes again. */
  shown: boolean;
}

/** What recovery codes are, and the buttons that make, replace and renew them. */
export function RecoveryCodes(props: RecoveryCodesProps): JSX.Element {
  const { t, left, shown } = props;
  return (
    <Page t={t} title={t("recovery.title")}>
      {shown && left !== null && (
        <p role="status" class="font-bold">{t("recovery.shown")}</p>
      )}
      <p>{t("recovery.intro")}</p>
      <p>{t("recovery.keep")}</p>
      {left === null
        ? <Make {...props} submit={t("recovery.make")} />
        : <Made {...props} left={left} />}
    </Page>
  );
}

function Made(props: RecoveryCodesProps & { left: number }): JSX.Element {
  const { t, left, used } = props;
  return (
    <>
      <p class="font-bold">{t.plural("recovery.left", left)}</p>
      {used > 0 && (
        <>
          <p>{t.plural("recovery.replace", used)}</p>
          <Make
            {...props}
            action="/register/recovery-codes/replace"
            submit={t("recovery.replace.submit")}
          />
        </>
      )}
      <h2>{t("recovery.anew.title")}</h2>
      <p>{t("recovery.anew")}</p>
      <Make {...props} submit={t("recovery.anew.submit")} />
    </>
  );
}

interface MakeProps extends RecoveryCodesProps {
  submit: string;
  action?: string;
}

function Make(
  { csrf, edition, submit, action = "/register/recovery-codes" }: MakeProps,
): JSX.Element {
  return (
    <PostForm csrf={csrf} action={action}>
      <button type="submit">{submit}</button>
      <input type="hidden" name="edition" value={edition} />
    </PostForm>
  );
}
