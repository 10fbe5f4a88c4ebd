/** Every page in every state, as components: for the tests of classes, weights and markup. */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { CodePage, type Said } from "@/components/CodePage.tsx";
import { Confirm } from "@/components/Confirm.tsx";
import { Password } from "@/components/Password.tsx";
import { PhoneForm } from "@/components/PhoneForm.tsx";
import { Shell } from "@/components/Shell.tsx";
import { SignIn } from "@/components/SignIn.tsx";
import CodeInput from "@/islands/CodeInput.tsx";
import { METHODS } from "@/lib/domain/method.ts";
import { NEWCOMER, NO_FAILURES } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { saferWays } from "@/lib/web/method_pages.ts";
import { emailPages } from "@/tests/components/email_states.tsx";
import { helpPages } from "@/tests/components/help_states.tsx";
import { passkeyPages } from "@/tests/components/passkey_states.tsx";
import { passwordPages } from "@/tests/components/password_states.tsx";
import { portalPages } from "@/tests/components/portal_states.tsx";
import { proofPages } from "@/tests/components/proof_states.tsx";
import { resetPages } from "@/tests/components/reset_states.tsx";
import { secretPages } from "@/tests/components/secret_states.tsx";
import { totpPages } from "@/tests/components/totp_states.tsx";

export const NOW = Date.UTC(2026, 0, 1, 12);
const MINUTE = 60_000;
/** As long as the real one, and as little compressible. */
export const CSRF = "Qm9oZ2l2aWR1c2x5aW5ncmVlZG5lc3NhYmxlYWxvbmc";
const PHONE = "+81 •• •••• ••34";

export const VERIFICATION: Verification = {
  step: "code",
  id: "v",
  purpose: "phone.register",
  to: "sealed",
  index: "index",
  older: [],
  others: [],
  replaces: null,
  region: "JP",
  overruled: false,
  channel: "sms",
  code: "sealed",
  digest: "digest",
  sends: 1,
  sentAt: NOW,
  resendAt: NOW + 25_000,
  until: NOW + 10 * MINUTE,
  tries: 0,
};

interface CodeState {
  verification?: Partial<Verification> | null;
  blocked?: number;
  receipt?: "queued" | "sent" | "failed" | "unknown";
  said?: Said;
}

/** The code page in a state. */
export function codePage(t: Translate, state: CodeState = {}): VNode {
  const { verification = {}, blocked = null, receipt, said = null } = state;
  const visit = {
    policy: DEFAULT_POLICY,
    verification: verification && { ...VERIFICATION, ...verification },
    person: { failures: { phone: { ...NO_FAILURES, until: blocked } } },
    receipt: receipt ? { state: receipt, why: null } : null,
    now: NOW,
  };
  return (
    <CodePage
      t={t}
      csrf={CSRF}
      visit={visit}
      method="phone"
      to={PHONE}
      said={said}
      Countdown={CodeInput}
    />
  );
}

const CODE_STATES: Readonly<Record<string, CodeState>> = {
  "queued": { receipt: "queued" },
  "sent": { receipt: "sent" },
  "failed": { receipt: "failed" },
  "unknown": { receipt: "unknown" },
  "call sent": { receipt: "sent", verification: { channel: "voice" } },
  "call failed": { receipt: "failed", verification: { channel: "voice" } },
  "call unknown": { receipt: "unknown", verification: { channel: "voice" } },
  "again now": { verification: { resendAt: NOW } },
  "overruled": { verification: { overruled: true, region: "GB" } },
  "late": { verification: { until: NOW } },
  "burnt": { verification: { step: "burnt" } },
  "blocked": { blocked: NOW + 60 * MINUTE },
  "nothing": { verification: null },
  "wrong": { said: { standing: "open", field: "code", text: "Not the code" } },
  "early": { said: { field: null, text: "Too early" } },
  "late after a post": {
    said: { standing: "late", field: null, text: "Late" },
  },
  "nothing after a post": {
    said: { standing: "none", field: null, text: "None" },
  },
};

/** A page in each state, by name. */
export function pages(t: Translate): Readonly<Record<string, VNode>> {
  const code = Object.entries(CODE_STATES).map(([name, state]) =>
    [`code ${name}`, codePage(t, state)] as const
  );
  return {
    ...before(t),
    ...Object.fromEntries(code),
    ...after(t),
    ...emailPages(t, CSRF),
    ...helpPages(t, CSRF),
    ...passkeyPages(t, CSRF),
    ...passwordPages(t, CSRF),
    ...portalPages(t, CSRF),
    ...proofPages(t, CSRF),
    ...resetPages(t, CSRF),
    ...secretPages(t, CSRF),
    ...totpPages(t, CSRF),
  };
}

/** What comes before a code. */
function before(t: Translate): Record<string, VNode> {
  const base = { t, csrf: CSRF };
  const number = { region: "JP", number: "", errors: {} };
  const phone = {
    ...base,
    ...number,
    policy: DEFAULT_POLICY,
    phone: null,
    second: false,
    safer: null,
  };
  const policy = { ...DEFAULT_POLICY, methods: METHODS };
  const safer = saferWays(t, { policy, person: NEWCOMER });
  const old = { number: PHONE, confirmedAt: NOW };
  const wrong = {
    country: t("phone.country.unknown"),
    number: t("phone.short"),
  };
  const refused = { "": t("signIn.refused") };
  return {
    "sign in": <SignIn {...base} userName="" errors={{}} />,
    "sign in refused": <SignIn {...base} userName="ann" errors={refused} />,
    "phone": <PhoneForm {...phone} />,
    "phone second": <PhoneForm {...phone} second />,
    "phone beside safer ways": <PhoneForm {...phone} safer={safer} />,
    "phone change": <PhoneForm {...phone} phone={old} />,
    "phone wrong": <PhoneForm {...phone} number="12" errors={wrong} />,
  };
}

/** What comes after one, and around it. */
function after(t: Translate): Record<string, VNode> {
  const password = { t, csrf: CSRF, userName: "ann" };
  const wrong = { password: t("password.refused") };
  return {
    "password": <Password {...password} errors={{}} />,
    "password wrong": <Password {...password} errors={wrong} />,
    "remove": (
      <Confirm
        t={t}
        csrf={CSRF}
        title={t("remove.title")}
        what={t("remove.what", { number: PHONE })}
        submit={t("remove.submit")}
        keep={t("remove.keep")}
        confirmedAt={NOW}
      />
    ),
  };
}

/** A whole document, as `routes/_app.tsx` makes it. */
export function documentOf(t: Translate, page: VNode): string {
  return `<!DOCTYPE html>${
    renderToString(
      <html lang={t.tag} dir={t.dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <link rel="icon" href="data:," />
        </head>
        <Shell t={t} csrf={CSRF} userName="demo-phone" query="">{page}</Shell>
      </html>,
    )
  }`;
}
