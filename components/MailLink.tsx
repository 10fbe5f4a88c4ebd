import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode MailLink}. */
export interface MailLinkProps {
  t: Translate;
  csrf: string;
  /**
   * The support code to compare with that of the window where the reset was
   * begun; `null` in the browser that has it.
   */
  compare: string | null;
}

/** Where the link of a mail leads: nothing happens before the button. */
export function MailLink({ t, csrf, compare }: MailLinkProps): JSX.Element {
  return (
    <Page t={t} title={t("link.title")}>
      <p>{t(compare === null ? "link.here" : "link.compare")}</p>
      {compare !== null && (
        <p class="font-bold">{t("reset.support", { code: compare })}</p>
      )}
      <p>{t("link.not")}</p>
      <PostForm csrf={csrf}>
        <button type="submit">{t("link.go")}</button>
      </PostForm>
    </Page>
  );
}
