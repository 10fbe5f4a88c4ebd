/** The pages of a reset on which a code is typed, in every state. */
import type { VNode } from "preact";
import { ProveCode } from "@/components/ProveCode.tsx";
import { ResetAgain } from "@/components/ResetAgain.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** What all pages of proofs have. */
export function frameOf(t: Translate, csrf: string) {
  return {
    t,
    csrf,
    frozen: false,
    errors: {},
    about: { title: t("prove.title"), intro: t("reset.prove.password") },
    others: [
      ["/reset/prove/app", t("prove.totp")],
      ["/reset/prove/recovery-code", t("prove.recovery")],
    ],
    back: ["/reset", t("reset.again")],
  } as const;
}

/** The pages on which a code is typed. */
export function codePages(
  t: Translate,
  csrf: string,
): Record<string, VNode> {
  return { ...sentPages(t, csrf), ...longPages(t, csrf) };
}

function sentPages(t: Translate, csrf: string): Record<string, VNode> {
  const phone = t("reset.to.phone", { end: "34" });
  const email = t("reset.to.email", { start: "e" });
  const code = {
    ...frameOf(t, csrf),
    label: t("code.label"),
    hint: t("code.hint"),
    valid: t("code.valid", { time: t.duration(600_000) }),
  };
  const again = {
    t,
    csrf,
    wait: 25_000,
    pending: false,
    code: "/reset/prove/code",
    again: "/reset/prove/resend",
  } as const;
  return {
    "code": (
      <ProveCode {...code} note={t("code.sent.sms", { to: phone })}>
        <ResetAgain {...again} channels={["sms", "voice"]} />
      </ProveCode>
    ),
    "code failed": (
      <ProveCode {...code} note={t("reset.code.failed", { to: phone })}>
        <ResetAgain {...again} wait={0} channels={["voice"]} pending />
      </ProveCode>
    ),
    "code, a moment too early": (
      <ProveCode
        {...code}
        note={t("code.sent.email", { to: email })}
        errors={{ "": t("code.early", { time: t.duration(25_000) }) }}
      >
        <ResetAgain {...again} channels={["email"]} />
      </ProveCode>
    ),
  };
}

function longPages(t: Translate, csrf: string): Record<string, VNode> {
  const frame = frameOf(t, csrf);
  const email = t("reset.to.email", { start: "e" });
  return {
    "code, long": (
      <ProveCode
        {...frame}
        label={t("code.label")}
        hint={t("code.hint.long")}
        long
        note={t("code.sent.email", { to: email })}
        errors={{ code: t("code.short") }}
      />
    ),
    "app, four codes": (
      <ProveCode
        {...frame}
        label={t("totp.label.four")}
        long
        hint={t("totp.hint.four")}
        note={t("totp.four")}
        errors={{ code: t("totp.apart") }}
      />
    ),
  };
}
