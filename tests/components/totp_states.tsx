/** The pages of the authenticator app in every state. */
import type { VNode } from "preact";
import { AppSetup } from "@/components/AppSetup.tsx";
import { Confirm } from "@/components/Confirm.tsx";
import { otpauthAddress } from "@/lib/domain/otpauth.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { qrCode } from "@/lib/web/qr_code.ts";
import { totpWords } from "@/lib/web/totp_words.ts";

const SEED = "JBSWY3DPEHPK3PXPKRUGS3TLNFXGOMJS";
const DAY = 24 * 60 * 60_000;

/** Each state by its name. */
export function totpPages(t: Translate, csrf: string): Record<string, VNode> {
  const address = otpauthAddress("ann@key.example", SEED);
  const offer = { seed: SEED, address, picture: qrCode(address) };
  const said = { blocked: null, problem: null };
  const base = { t, csrf, change: false, offer, ...said };
  const code = (text: string) => ({ field: "code", text });
  const wrong = totpWords(t, { kind: "wrong", left: 19 }, 0);
  const skewed = totpWords(t, { kind: "skewed", left: 19 }, 0);
  const none = totpWords(t, { kind: "none" }, 0);
  const blocked = totpWords(t, { kind: "blocked", until: DAY }, 0);
  const closed = { ...base, offer: null };
  return {
    "app": <AppSetup {...base} />,
    "app change": <AppSetup {...base} change />,
    "app wrong": <AppSetup {...base} problem={code(wrong)} />,
    "app skewed": <AppSetup {...base} problem={code(skewed)} />,
    "app begun anew": (
      <AppSetup {...base} problem={{ field: null, text: none }} />
    ),
    "app blocked": <AppSetup {...closed} blocked={blocked} />,
    "app blocked after a post": (
      <AppSetup {...closed} problem={{ field: null, text: blocked }} />
    ),
    "app remove": (
      <Confirm
        t={t}
        csrf={csrf}
        title={t("remove.totp.title")}
        what={t("remove.totp.what")}
        submit={t("remove.submit")}
        keep={t("remove.keep")}
        confirmedAt={0}
      />
    ),
  };
}
