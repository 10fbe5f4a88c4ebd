import type { ComponentType, JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import type { Channel, PhoneChannel } from "@/lib/domain/method.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { methodOf, type Verification } from "@/lib/domain/verification.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** What the countdown to the next message is given. */
export interface CountdownProps {
  /** Seconds until the code can be sent again; 0 or less where it can. */
  wait: number;
  /** The sentence until then, with `{time}`. */
  later: string;
  /** The sentence from then on. */
  now: string;
  /** BCP 47 tag of the sentences. */
  tag: string;
}

/** Props of {@linkcode ResendForm}. */
export interface ResendFormProps {
  t: Translate;
  csrf: string;
  visit: { policy: Policy; now: number };
  verification: Verification;
  Countdown: ComponentType<CountdownProps>;
}

/** Getting the code again, by the same way or the other. */
export function ResendForm(
  { t, csrf, visit, verification, Countdown }: ResendFormProps,
): JSX.Element {
  const same = verification.channel;
  const other = otherOf(visit.policy, verification);
  const wait = Math.ceil((verification.resendAt - visit.now) / 1000);
  return (
    <PostForm
      csrf={csrf}
      action={`/register/${methodOf(verification.purpose)}/resend`}
      class="p-4 border rounded-md"
    >
      <h2>{t("code.again.title")}</h2>
      <Countdown
        wait={wait}
        later={t("code.again.at")}
        now={t("code.again.now")}
        tag={t.tag}
      />
      <p class="flex flex-wrap gap-3">
        <ChannelButton channel={same} text={t(`code.again.${same}`)} />
        {other !== null && (
          <ChannelButton channel={other} text={t(`code.instead.${other}`)} />
        )}
      </p>
    </PostForm>
  );
}

function ChannelButton(
  { channel, text }: { channel: Channel; text: string },
): JSX.Element {
  return (
    <button
      type="submit"
      name="channel"
      value={channel}
      class="bg-paper text-ai"
    >
      {text}
    </button>
  );
}

/** The other way to the same phone; `null` where there is none. */
function otherOf(
  { smsCountries, voiceCountries }: Policy,
  { channel, region }: Verification,
): PhoneChannel | null {
  if (channel === "email" || region === null) return null;
  const other = channel === "sms" ? "voice" : "sms";
  const allowed = other === "sms" ? smsCountries : voiceCountries;
  return allowed === "all" || allowed.includes(region) ? other : null;
}
