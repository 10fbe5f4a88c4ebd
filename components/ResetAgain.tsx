import type { JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import type { Channel } from "@/lib/domain/method.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode ResetAgain}. */
export interface ResetAgainProps {
  t: Translate;
  csrf: string;
  /** Milliseconds until the code can be sent again; 0 or less where it can. */
  wait: number;
  /** The ways to the same phone or address, the last one first; none where no code was sent. */
  channels: readonly Channel[];
  /** Whether it is not yet known that the message left. */
  pending: boolean;
  /** The page of the code. */
  code: string;
  /** Where the form goes that sends it again. */
  again: string;
}

/** What became of the code's message, and getting it again. */
export function ResetAgain(
  { t, csrf, wait, channels, pending, code, again }: ResetAgainProps,
): JSX.Element {
  return (
    <>
      {pending && (
        <p>
          <a class="inline-block py-2.5" href={code}>
            {t("code.check")}
          </a>
        </p>
      )}
      {channels.length > 0 && (
        <PostForm
          csrf={csrf}
          action={again}
          class="p-4 border rounded-md"
        >
          <h2>{t("code.again.title")}</h2>
          <p>
            {wait > 0
              ? t("code.again.at", { time: t.duration(wait) })
              : t("code.again.now")}
          </p>
          <p class="flex flex-wrap gap-3">
            {channels.map((channel, i) => (
              <button
                key={channel}
                id={i === 0 ? "channel" : undefined}
                type="submit"
                name="channel"
                value={channel}
                class="bg-paper text-ai"
              >
                {sayOf(t, channel, i)}
              </button>
            ))}
          </p>
        </PostForm>
      )}
    </>
  );
}

/** The first is the way that it went before. */
function sayOf(t: Translate, channel: Channel, place: number): string {
  return place === 0 || channel === "email"
    ? t(`code.again.${channel}`)
    : t(`code.instead.${channel}`);
}
