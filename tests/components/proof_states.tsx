/** Fresh proofs, "this was not me" and what follows, in every state. */
import type { VNode } from "preact";
import { FrozenNotice } from "@/components/FrozenNotice.tsx";
import { Lift } from "@/components/Lift.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { Prove } from "@/components/Prove.tsx";
import { ProveCode } from "@/components/ProveCode.tsx";
import { ProveSend } from "@/components/ProveSend.tsx";
import { Stop } from "@/components/Stop.tsx";
import PasskeyButton from "@/islands/passkey/PasskeyButton.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";
import { buttonWords } from "@/lib/web/passkey_words.ts";

const PHONE = "+81 •• •••• ••34";

/** Each page, by name. */
export function proofPages(
  t: Translate,
  csrf: string,
): Readonly<Record<string, VNode>> {
  return {
    ...codePages(t, csrf),
    ...sendPages(t, csrf),
    ...stopPages(t, csrf),
  };
}

function baseOf(t: Translate, csrf: string) {
  const others = [
    ["/register/prove/app?next=phone", t("prove.totp")],
    ["/register/prove/recovery-code?next=phone", t("prove.recovery")],
  ] as const;
  const lost = t("prove.lost");
  return { t, csrf, frozen: false, errors: {}, others, lost };
}

function codePages(t: Translate, csrf: string): Record<string, VNode> {
  const base = baseOf(t, csrf);
  const app = { ...base, label: t("totp.label"), hint: t("totp.hint") };
  const code = { ...base, label: t("code.label"), hint: t("code.hint") };
  const saved = {
    ...base,
    label: t("recovery.code"),
    hint: t("recovery.code.hint"),
    letters: true,
  };
  const wrong = { code: t("code.short") };
  return {
    "prove app": <ProveCode {...app} />,
    "prove app wrong": <ProveCode {...app} errors={wrong} />,
    "prove recovery code": <ProveCode {...saved} />,
    "prove code": (
      <ProveCode {...code} note={t("code.sent.sms", { to: PHONE })} />
    ),
  };
}

function sendPages(t: Translate, csrf: string): Record<string, VNode> {
  const base = baseOf(t, csrf);
  const destinations = [
    { value: "0", text: t("prove.to.sms", { to: PHONE }) },
    { value: "1", text: t("prove.to.voice", { to: PHONE }) },
    { value: "2", text: t("prove.to.email", { to: "a•••@example.com" }) },
  ];
  const send = { ...base, destinations };
  return {
    "prove send": <ProveSend {...send} />,
    "prove send frozen": <ProveSend {...send} frozen />,
    "prove send limited": (
      <ProveSend {...send} errors={{ to: t("prove.where.missing") }} />
    ),
    "prove passkey": (
      <Prove {...base}>
        <PostForm csrf={csrf}>
          <PasskeyButton
            deed="get"
            options={{ challenge: "Y2hhbGxlbmdl" }}
            label={t("prove.passkey")}
            words={buttonWords(t)}
          />
        </PostForm>
      </Prove>
    ),
    "prove nothing left": (
      <Prove
        {...base}
        frozen
        others={[]}
        back={["/reset/help", t("reset.help")]}
      />
    ),
  };
}

function stopPages(t: Translate, csrf: string): Record<string, VNode> {
  const stop = { t, csrf, code: "", errors: {} };
  const time = t.duration(3_600_000);
  return {
    "stop": <Stop {...stop} />,
    "stop wrong": (
      <Stop {...stop} code="7K3M" errors={{ code: t("stop.shape") }} />
    ),
    "stop limited": (
      <Stop {...stop} errors={{ "": t("stop.limit", { time }) }} />
    ),
    "lift": <Lift t={t} csrf={csrf} time={time} doubted={[]} />,
    "lift doubted": (
      <Lift t={t} csrf={csrf} time={time} doubted={["phone", "passkey"]} />
    ),
    "lifted": <Lift t={t} csrf={csrf} time={null} doubted={[]} />,
    "frozen": (
      <Page t={t} title={t("list.title")}>
        <FrozenNotice t={t} />
      </Page>
    ),
  };
}
