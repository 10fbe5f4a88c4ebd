import type { JSX } from "preact";
import { Confirmed } from "@/components/Confirmed.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Confirm}. */
export interface ConfirmProps {
  t: Translate;
  csrf: string;
  title: string;
  /** What it means. */
  what: string;
  /** What the button says. */
  submit: string;
  /** What the way back says. */
  keep: string;
  /** When the phone or address was confirmed that it is about, in epoch milliseconds. */
  confirmedAt: number;
}

/** Asks once more before something is done to a phone or an address. */
export function Confirm(
  { t, csrf, title, what, submit, keep, confirmedAt }: ConfirmProps,
): JSX.Element {
  return (
    <Page t={t} title={title}>
      <p>{what}</p>
      <PostForm csrf={csrf} class="flex flex-wrap gap-x-6 items-center">
        <button type="submit">{submit}</button>
        <a class="inline-block py-2.5" href="/register">{keep}</a>
        <Confirmed at={confirmedAt} />
      </PostForm>
    </Page>
  );
}
