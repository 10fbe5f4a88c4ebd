/** The passkey pages in every state. */
import type { VNode } from "preact";
import { PasskeyForm } from "@/components/PasskeyForm.tsx";
import { PasskeyRemove } from "@/components/PasskeyRemove.tsx";
import { PasskeyRename } from "@/components/PasskeyRename.tsx";
import PasskeyButton from "@/islands/passkey/PasskeyButton.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";
import { addWords, buttonWords, otherWays } from "@/lib/web/passkey_words.ts";

const OPTIONS = {
  challenge: "TU5vdF9yZWFsbHlfYV9jaGFsbGVuZ2VfYnV0X2xvbmc",
  user: { id: "bm9ib2R5" },
};
const TEN = Array.from({ length: 10 }, (_, i) => ({
  key: `k${i}aB3_-dE5fG`,
  name: i % 2 === 0 ? `Key ${i}` : `مفتاح ${i}`,
}));

/** A page in each state, by name. */
export function passkeyPages(
  t: Translate,
  csrf: string,
): Record<string, VNode> {
  const others = otherWays(t, ["phone", "email", "totp", "passkey"]);
  const words = buttonWords(t);
  const label = t("passkey.submit");
  const button = (
    <PasskeyButton
      deed="create"
      options={OPTIONS}
      label={label}
      words={words}
    />
  );
  const form = { t, csrf, errors: {}, passkeys: [], others };
  const named = { ...form, name: t("passkey.name.first") };
  const refused = addWords(t, { kind: "refused", why: "origin" });
  const long = { name: t("passkey.name.long") };
  return {
    "passkey": <PasskeyForm {...named}>{button}</PasskeyForm>,
    "passkey beside others": (
      <PasskeyForm {...named} passkeys={TEN.slice(0, 2)}>{button}</PasskeyForm>
    ),
    "passkey refused": (
      <PasskeyForm {...named} errors={{ "": refused }}>{button}</PasskeyForm>
    ),
    "passkey without a name": (
      <PasskeyForm {...named} name="" errors={long}>{button}</PasskeyForm>
    ),
    "passkeys full": <PasskeyForm {...form} name={null} passkeys={TEN} />,
    ...managePages(t, csrf),
  };
}

function managePages(t: Translate, csrf: string): Record<string, VNode> {
  const name = `${"k".repeat(50)} 🔑`;
  const base = { t, csrf, name };
  const long = { name: t("passkey.name.long") };
  return {
    "passkey rename": <PasskeyRename {...base} errors={{}} />,
    "passkey rename wrong": <PasskeyRename {...base} errors={long} />,
    "passkey remove": <PasskeyRemove {...base} last={false} />,
    "passkey remove the last": <PasskeyRemove {...base} last />,
  };
}
