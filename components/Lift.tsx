import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Method } from "@/lib/domain/method.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Lift}. */
export interface LiftProps {
  t: Translate;
  csrf: string;
  /** For how long recovery has been frozen; `null` where it is open. */
  time: string | null;
  /** What was set up since the change that was stopped. */
  doubted: readonly Method[];
}

const NAMES: Readonly<Record<Method, Key>> = {
  questions: "list.questions",
  officePhone: "list.office",
  phone: "list.phone",
  email: "list.email",
  recoveryCodes: "list.recovery",
  totp: "list.totp",
  passkey: "list.passkey",
};

/** Opens recovery again that was frozen, or says that it is open. */
export function Lift({ t, csrf, time, doubted }: LiftProps): JSX.Element {
  if (time === null) {
    return (
      <Page t={t} title={t("lift.done.title")}>
        <p>{t("lift.done")}</p>
        <p>{t("lift.password")}</p>
        <p>
          <a class="inline-block py-2.5" href="/register">{t("app.list")}</a>
        </p>
      </Page>
    );
  }
  return (
    <Page t={t} title={t("lift.title")}>
      <p>{t("lift.why", { time })}</p>
      {doubted.length > 0 && (
        <>
          <p>{t("lift.doubted")}</p>
          <ul>
            {doubted.map((method) => (
              <li key={method} class="font-bold">{t(NAMES[method])}</li>
            ))}
          </ul>
        </>
      )}
      <PostForm csrf={csrf} class="flex flex-wrap gap-x-6 items-center">
        <button type="submit">{t("lift.submit")}</button>
        <a class="inline-block py-2.5" href="/register">{t("lift.keep")}</a>
      </PostForm>
    </Page>
  );
}
