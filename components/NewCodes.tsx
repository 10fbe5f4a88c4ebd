import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode NewCodes}. */
export interface NewCodesProps {
  t: Translate;
  csrf: string;
  /** The codes in groups, as they are written down. */
  codes: readonly string[];
  /** Whether they only replace those that were used. */
  replaced: boolean;
}

const LIST = "/register";
const THANKS = "/register/thanks?for=recoveryCodes";

/** The codes, this one time: to copy, to print, to save. One click selects all of them. */
export function NewCodes(
  { t, csrf, codes, replaced }: NewCodesProps,
): JSX.Element {
  const one = replaced && codes.length === 1;
  return (
    <Page
      t={t}
      title={t(one ? "recovery.new.one.title" : "recovery.new.title")}
    >
      <p>{t(one ? "recovery.new.one.once" : "recovery.new.once")}</p>
      <ul
        class="p-4 border rounded-md select-all"
        aria-label={t("recovery.new.label")}
        dir="ltr"
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <PostForm csrf={csrf} action="/register/recovery-codes/save">
        <button type="submit">{t("recovery.new.save")}</button>
        <input type="hidden" name="codes" value={codes.join(" ")} />
      </PostForm>
      <p>
        <a class="inline-block py-2.5" href={replaced ? LIST : THANKS}>
          {t("recovery.new.done")}
        </a>
      </p>
    </Page>
  );
}
