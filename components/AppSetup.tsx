import type { JSX } from "preact";
import type { Problem } from "@/components/ErrorSummary.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { type Picture, QrPicture } from "@/components/QrPicture.tsx";
import { TextField, VERBATIM } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** What the app is to take over. */
export interface Offer {
  /** The seed, in base32. */
  seed: string;
  /** The `otpauth:` address of the seed. */
  address: string;
  /** The address as a picture. */
  picture: Picture;
}

/** Props of {@linkcode AppSetup}. */
export interface AppSetupProps {
  t: Translate;
  csrf: string;
  /** Whether an app is set up that this one will replace. */
  change: boolean;
  /** `null` where none can be set up now. */
  offer: Offer | null;
  /** Why none can be, where nothing was posted. */
  blocked: string | null;
  /** What is wrong with what was posted. */
  problem: Problem | null;
}

/** The seed in three forms, and the field for the first code. */
export function AppSetup(props: AppSetupProps): JSX.Element {
  const { t, change, offer, problem } = props;
  const title = t(change ? "totp.title.change" : "totp.title");
  return (
    <Page t={t} title={title} problems={problem ? [problem] : []}>
      {offer === null ? <Later {...props} /> : (
        <>
          <p>{t("totp.intro")}</p>
          {change && <p>{t("totp.now")}</p>}
          <Seed t={t} offer={offer} />
          <CodeForm {...props} />
        </>
      )}
    </Page>
  );
}

function Later({ t, blocked }: AppSetupProps): JSX.Element {
  return (
    <>
      {blocked !== null && <p class="font-bold">{blocked}</p>}
      <p>{t("totp.later")}</p>
    </>
  );
}

function Seed({ t, offer }: { t: Translate; offer: Offer }): JSX.Element {
  return (
    <>
      <h2>{t("totp.scan")}</h2>
      <QrPicture name={t("totp.picture")} picture={offer.picture} />
      <p>{t("totp.private")}</p>
      <h2>{t("totp.or")}</h2>
      <p>
        <a class="inline-block py-2.5" href={offer.address}>
          {t("totp.link")}
        </a>
      </p>
      <p>
        {t("totp.key")}{" "}
        <bdi dir="ltr" class="inline-block font-bold">{spaced(offer)}</bdi>
      </p>
    </>
  );
}

function CodeForm({ t, csrf, problem }: AppSetupProps): JSX.Element {
  return (
    <PostForm csrf={csrf}>
      <h2>{t("totp.confirm")}</h2>
      <TextField
        name="code"
        label={t("totp.label")}
        hint={t("totp.hint")}
        error={problem?.field === "code" ? problem.text : null}
        input={{
          ...VERBATIM,
          inputmode: "numeric",
          autocomplete: "one-time-code",
          dir: "ltr",
          class: "tracking-[.3em]",
        }}
      />
      <button type="submit">{t("code.submit")}</button>
    </PostForm>
  );
}

/** In groups of four, as a person copies it. */
function spaced({ seed }: Offer): string {
  return seed.match(/.{1,4}/g)?.join(" ") ?? "";
}
