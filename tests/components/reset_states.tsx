/** The way back in, in every state. */
import { Fragment, type VNode } from "preact";
import { Trap } from "@/components/Challenge.tsx";
import { ProvePasskey } from "@/components/ProvePasskey.tsx";
import { ResetDone } from "@/components/ResetDone.tsx";
import { ResetFoot } from "@/components/ResetFoot.tsx";
import { ResetPassword } from "@/components/ResetPassword.tsx";
import { ResetQuestions } from "@/components/ResetQuestions.tsx";
import { ResetSend } from "@/components/ResetSend.tsx";
import { ResetUnlock } from "@/components/ResetUnlock.tsx";
import { ResetWho } from "@/components/ResetWho.tsx";
import { ResetWhy } from "@/components/ResetWhy.tsx";
import { codePages, frameOf } from "@/tests/components/reset_code_states.tsx";
import PasskeyButton from "@/islands/passkey/PasskeyButton.tsx";
import PasswordField from "@/islands/password/PasswordField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";
import { buttonWords } from "@/lib/web/passkey_words.ts";

/** Each page, by name, with the foot that all of them have. */
export function resetPages(
  t: Translate,
  csrf: string,
): Readonly<Record<string, VNode>> {
  const all = {
    ...firstPages(t, csrf),
    ...sendPages(t, csrf),
    ...codePages(t, csrf),
    ...provePages(t, csrf),
    ...lastPages(t, csrf),
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, page]) => [
      `reset ${name}`,
      <Fragment key={name}>
        {page}
        <ResetFoot t={t} support={name === "who" ? null : "7K3M9QXA"} />
      </Fragment>,
    ]),
  );
}

function firstPages(t: Translate, csrf: string): Record<string, VNode> {
  const who = {
    t,
    csrf,
    identifier: "",
    errors: {},
    over: null,
    going: null,
    children: <Trap t={t} />,
  };
  const time = t.duration(3_600_000);
  const missing = { identifier: t("reset.who.missing") };
  return {
    "who": <ResetWho {...who} />,
    "who is missing": <ResetWho {...who} errors={missing} />,
    "who, over": <ResetWho {...who} over={t("reset.over")} />,
    "who, going": <ResetWho {...who} going="/reset/prove/send" />,
    "who, limited": (
      <ResetWho
        {...who}
        identifier="ann"
        errors={{ "": t("reset.limit", { time }) }}
      />
    ),
    "why": <ResetWhy t={t} csrf={csrf} errors={{}} />,
    "why is missing": (
      <ResetWhy t={t} csrf={csrf} errors={{ goal: t("reset.why.missing") }} />
    ),
  };
}

function sendPages(t: Translate, csrf: string): Record<string, VNode> {
  const phone = t("reset.to.phone", { end: "34" });
  const email = t("reset.to.email", { start: "e" });
  const send = {
    ...frameOf(t, csrf),
    phones: [
      { value: "0", text: t("prove.to.sms", { to: phone }) },
      { value: "1", text: t("prove.to.voice", { to: phone }) },
    ],
    emails: [{ value: "2", text: t("prove.to.email", { to: email }) }],
    number: "",
  } as const;
  const mismatch = { number: t.plural("reset.number.mismatch", 3) };
  return {
    "send": <ResetSend {...send} />,
    "send, mismatch": <ResetSend {...send} number="090" errors={mismatch} />,
    "send, email alone": <ResetSend {...send} phones={[]} />,
  };
}

function provePages(t: Translate, csrf: string): Record<string, VNode> {
  const frame = frameOf(t, csrf);
  const intro = t("reset.questions.intro");
  const questions = {
    ...frame,
    about: { ...frame.about, intro },
    questions: [t("question.lost"), t("question.tent"), t("question.seat")],
  };
  const wrong = { answer1: t("questions.fault.missing") };
  return {
    "passkey": (
      <ProvePasskey
        {...frame}
        options={{ challenge: "Y2hhbGxlbmdl" }}
        label={t("prove.passkey")}
        words={buttonWords(t)}
        Button={PasskeyButton}
      />
    ),
    "questions": <ResetQuestions {...questions} />,
    "questions wrong": <ResetQuestions {...questions} errors={wrong} />,
  };
}

function lastPages(t: Translate, csrf: string): Record<string, VNode> {
  const rules = [
    t("newPassword.rule.length", { n: 15 }),
    t("newPassword.rule.common"),
    t("newPassword.rule.history", { n: 5 }),
  ];
  const password = { t, csrf, userName: "ann", rules, errors: {} };
  const show = (
    <PasswordField field="newPassword" label={t("newPassword.show")} />
  );
  return {
    "password": <ResetPassword {...password}>{show}</ResetPassword>,
    "password short": (
      <ResetPassword
        {...password}
        errors={{ newPassword: t("newPassword.short", { n: 15 }) }}
      >
        {show}
      </ResetPassword>
    ),
    "unlock": <ResetUnlock t={t} csrf={csrf} errors={{}} />,
    "unlock unreachable": (
      <ResetUnlock t={t} csrf={csrf} errors={{ "": t("reset.unreachable") }} />
    ),
    "done": <ResetDone t={t} goal="password" />,
    "done, unlocked": <ResetDone t={t} goal="unlock" />,
  };
}
