import type { ComponentChildren, JSX } from "preact";
import { Confirmed } from "@/components/Confirmed.tsx";
import { CountrySelect } from "@/components/CountrySelect.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField } from "@/components/TextField.tsx";
import type { PhoneChannel } from "@/lib/domain/method.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode PhoneForm}. */
export interface PhoneFormProps {
  t: Translate;
  csrf: string;
  policy: Policy;
  /** The phone that will be replaced, its number masked; `null` where one is added. */
  phone: { number: string; confirmedAt: number } | null;
  /** Whether there is a number already. */
  second: boolean;
  /** The region that is chosen in the list, `null` for none. */
  region: string | null;
  /** The number as it was typed. */
  number: string;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
  /** Safer ways that can be set up: where, and what they are called; `null` where the policy has none. */
  safer: readonly (readonly [href: string, text: string])[] | null;
  /** What a script adds to the list of countries. */
  children?: ComponentChildren;
}

/** Country, number, and a button for each way in which the code can come. */
export function PhoneForm(props: PhoneFormProps): JSX.Element {
  const { t, csrf, policy, phone, region, number, errors, children } = props;
  const title = t(titleOf(props));
  return (
    <Page t={t} title={title} problems={problemsOf(errors)}>
      <p>{t("phone.intro")}</p>
      {phone !== null && <p>{t("phone.now", { number: phone.number })}</p>}
      <PostForm csrf={csrf}>
        <CountrySelect
          t={t}
          regions={regionsOf(policy)}
          chosen={region}
          error={errors.country ?? null}
        >
          {children}
        </CountrySelect>
        <TextField
          name="number"
          label={t("phone.number")}
          hint={t("phone.number.hint")}
          error={errors.number ?? null}
          input={{
            type: "tel",
            autocomplete: "tel",
            value: number,
            dir: "ltr",
          }}
        />
        <ChannelButtons t={t} channels={channelsOf(policy)} />
        {phone && <Confirmed at={phone.confirmedAt} />}
      </PostForm>
      <Notice {...props} />
    </Page>
  );
}

/** What texts and calls are worth, and what is better (NIST SP 800-63B-4 §3.2.9). */
export function Notice(
  { t, safer }: Pick<PhoneFormProps, "t" | "safer">,
): JSX.Element {
  return (
    <div class="p-4 border rounded-md">
      <p>
        {t("phone.notice")}
        {safer === null && ` ${t("phone.ask")}`}
        {safer && safer.length > 0 && ` ${t("phone.safer")}`}
      </p>
      {safer && safer.length > 0 && (
        <p class="flex flex-wrap gap-x-6">
          {safer.map(([href, text]) => (
            <a key={href} class="py-2.5" href={href}>{text}</a>
          ))}
        </p>
      )}
    </div>
  );
}

function titleOf({ phone, second }: PhoneFormProps): Key {
  if (phone !== null) return "phone.title.change";
  return second ? "phone.title.second" : "phone.title";
}

function ChannelButtons(
  { t, channels }: { t: Translate; channels: readonly PhoneChannel[] },
): JSX.Element {
  return (
    <p class="flex flex-wrap gap-3">
      {channels.map((channel, i) => (
        <button
          key={channel}
          id={i === 0 ? "channel" : undefined}
          type="submit"
          name="channel"
          value={channel}
        >
          {t(`phone.${channel}`)}
        </button>
      ))}
    </p>
  );
}

/** The ways in which the policy lets a code come at all. */
export function channelsOf(
  { smsCountries, voiceCountries }: Policy,
): PhoneChannel[] {
  const sms: PhoneChannel[] = smsCountries.length > 0 ? ["sms"] : [];
  return voiceCountries.length > 0 ? [...sms, "voice"] : sms;
}

/** The regions that either way reaches. */
function regionsOf(
  { smsCountries, voiceCountries }: Policy,
): "all" | readonly string[] {
  if (smsCountries === "all" || voiceCountries === "all") return "all";
  return [...new Set([...smsCountries, ...voiceCountries])];
}
