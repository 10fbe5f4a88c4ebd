import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { Notice, type PhoneFormProps } from "@/components/PhoneForm.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Channel } from "@/lib/domain/method.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Offer}. */
export interface OfferProps {
  t: Translate;
  csrf: string;
  method: "phone" | "email";
  /** The number or address, masked. */
  to: string;
  /** The ways in which the code can come. */
  channels: readonly Channel[];
  /** Why no code was sent; `null` before one was asked for. */
  error: string | null;
  /** Safer ways than a phone that can be set up; `null` where the policy has none. */
  safer: PhoneFormProps["safer"];
}

const BUTTONS: Readonly<Record<Channel, Key>> = {
  sms: "phone.sms",
  voice: "phone.voice",
  email: "email.submit",
};

/** Offers what the organisation has on file, to be confirmed by a code. */
export function Offer(
  { t, csrf, method, to, channels, error, safer }: OfferProps,
): JSX.Element {
  const problems = error === null ? [] : [{ field: null, text: error }];
  const title = t(`offer.title.${method}`);
  return (
    <Page t={t} title={title} problems={problems}>
      <p>{t("offer.intro", { to })}</p>
      <PostForm csrf={csrf} class="flex flex-wrap gap-3">
        {channels.map((channel) => (
          <button key={channel} type="submit" name="channel" value={channel}>
            {t(BUTTONS[channel])}
          </button>
        ))}
      </PostForm>
      {method === "phone" && <Notice t={t} safer={safer} />}
      <p>
        <a class="inline-block py-2.5" href={`/register/${method}`}>
          {t("list.offer.another")}
        </a>
      </p>
    </Page>
  );
}
