import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode RemovePhone}. */
export interface RemovePhoneProps {
  t: Translate;
  csrf: string;
  /** The number, masked. */
  phone: string;
}

/** Asks once more before the phone is taken off the account. */
export function RemovePhone(
  { t, csrf, phone }: RemovePhoneProps,
): JSX.Element {
  return (
    <Page t={t} title={t("remove.title")}>
      <p>{t("remove.what", { number: phone })}</p>
      <PostForm csrf={csrf}>
        <p class="flex flex-wrap gap-6 items-center">
          <button type="submit">{t("remove.submit")}</button>
          <a class="inline-block py-2.5" href="/register">{t("remove.keep")}</a>
        </p>
      </PostForm>
    </Page>
  );
}
