import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Required}. */
export interface RequiredProps {
  t: Translate;
  csrf: string;
  /** How many methods the policy asks for. */
  required: number;
  /** How often, and for how many days, it can be put off; `null` where it cannot. */
  left: { times: number; days: number } | null;
}

/** Says why the organisation needs a person to register, before they do. */
export function Required(
  { t, csrf, required, left }: RequiredProps,
): JSX.Element {
  return (
    <Page t={t} title={t("required.title")}>
      <p>{t.plural("required.why", required)}</p>
      <p>{t("required.use")}</p>
      <p>
        <a class="inline-block py-2.5 font-bold" href="/register">
          {t("required.next")}
        </a>
      </p>
      {left === null
        ? <p>{t("required.over")}</p>
        : (
          <PostForm csrf={csrf} class="border-t py-4">
            <p>
              {t.plural("required.left", left.times)}{" "}
              {t.plural("required.days", left.days)}
            </p>
            <button type="submit" class="bg-paper text-ai">
              {t("required.skip")}
            </button>
          </PostForm>
        )}
    </Page>
  );
}
