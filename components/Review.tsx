import type { JSX } from "preact";
import { type ListedMethod, MethodRow } from "@/components/MethodRow.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Review}. */
export interface ReviewProps {
  t: Translate;
  csrf: string;
  /** What is due, masked. */
  rows: readonly ListedMethod[];
}

/** Asks whether what is on file is still right. */
export function Review({ t, csrf, rows }: ReviewProps): JSX.Element {
  return (
    <Page t={t} title={t("review.title")}>
      <p>{t("review.intro")}</p>
      <ul class="grid gap-3">
        {rows.map((row) => <MethodRow key={row.id} t={t} row={row} />)}
      </ul>
      <PostForm csrf={csrf} class="flex flex-wrap gap-x-6 items-center">
        <button type="submit">{t("review.good")}</button>
        <a class="inline-block py-2.5" href="/register">{t("review.later")}</a>
      </PostForm>
    </Page>
  );
}
