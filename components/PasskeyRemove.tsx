import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode PasskeyRemove}. */
export interface PasskeyRemoveProps {
  t: Translate;
  csrf: string;
  /** What the person calls it. */
  name: string;
  /** Whether the account could not be recovered without it. */
  last: boolean;
}

/** Asks once more before a passkey is taken off the account. */
export function PasskeyRemove(
  { t, csrf, name, last }: PasskeyRemoveProps,
): JSX.Element {
  return (
    <Page t={t} title={t("passkey.remove.title")}>
      <p class="font-bold">
        <bdi>{name}</bdi>
      </p>
      <p>{t("passkey.remove.what")}</p>
      {last && <p class="font-bold">{t("passkey.remove.last")}</p>}
      <PostForm csrf={csrf} class="flex flex-wrap gap-x-6 items-center">
        <button type="submit">{t("remove.submit")}</button>
        <a class="inline-block py-2.5" href="/register">{t("remove.keep")}</a>
      </PostForm>
    </Page>
  );
}
