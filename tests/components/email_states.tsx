/** The pages of the email address in every state, and those of two phones. */
import type { VNode } from "preact";
import { CodePage, type Standing } from "@/components/CodePage.tsx";
import { Confirm } from "@/components/Confirm.tsx";
import { EmailForm } from "@/components/EmailForm.tsx";
import CodeInput from "@/islands/CodeInput.tsx";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
const ADDRESS = "a•••@e•••.com";
const NUMBER = "+81 •• •••• ••34";

const VERIFICATION: Verification = {
  step: "code",
  id: "v",
  purpose: "email.register",
  to: "sealed",
  older: [],
  others: [],
  index: "index",
  replaces: null,
  region: null,
  overruled: false,
  channel: "email",
  code: "sealed",
  digest: "digest",
  sends: 1,
  sentAt: NOW,
  resendAt: NOW + 25_000,
  until: NOW + 10 * 60_000,
  tries: 0,
};

interface State {
  receipt?: "queued" | "sent" | "failed" | "unknown";
  /** Why a queued message is late. */
  why?: string;
  verification?: null;
  standing?: Standing;
}

const CODE_STATES: Readonly<Record<string, State>> = {
  "queued": { receipt: "queued" },
  "late to leave": { receipt: "queued", why: "unreachable" },
  "sent": { receipt: "sent" },
  "failed": { receipt: "failed" },
  "unknown": { receipt: "unknown" },
  "nothing": { verification: null },
  "wrong": { standing: "open" },
};

/** Each state by its name. */
export function emailPages(t: Translate, csrf: string): Record<string, VNode> {
  const form = { t, csrf, now: null, address: "", errors: {} };
  const wrong = { address: t("email.own") };
  const limit = { "": t("code.limit", { time: t.duration(60_000) }) };
  const codes = Object.entries(CODE_STATES).map(([name, state]) =>
    [`email code ${name}`, codePage(t, csrf, state)] as const
  );
  const confirm = {
    t,
    csrf,
    keep: t("remove.keep"),
    submit: t("remove.submit"),
    confirmedAt: NOW,
  };
  return {
    "email": <EmailForm {...form} />,
    "email change": <EmailForm {...form} now={ADDRESS} />,
    "email wrong": <EmailForm {...form} address="a@b" errors={wrong} />,
    "email limit": <EmailForm {...form} address="a@b.com" errors={limit} />,
    ...Object.fromEntries(codes),
    "email remove": (
      <Confirm
        {...confirm}
        title={t("remove.email.title")}
        what={t("remove.more", { number: ADDRESS })}
      />
    ),
    "prefer": (
      <Confirm
        {...confirm}
        title={t("prefer.title")}
        what={t("prefer.what", { number: NUMBER })}
        submit={t("prefer.submit")}
        keep={t("prefer.keep")}
      />
    ),
  };
}

function codePage(t: Translate, csrf: string, state: State): VNode {
  const { receipt, why = null, standing } = state;
  const verification = state.verification === null ? null : VERIFICATION;
  const said = standing === undefined
    ? null
    : { standing, field: "code", text: t.plural("code.wrong", 4) } as const;
  return (
    <CodePage
      t={t}
      csrf={csrf}
      visit={{
        policy: DEFAULT_POLICY,
        verification,
        person: { failures: {} },
        receipt: receipt ? { state: receipt, why } : null,
        now: NOW,
      }}
      method="email"
      to={ADDRESS}
      said={said}
      Countdown={CodeInput}
    />
  );
}
