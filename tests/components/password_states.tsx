/** The page that changes a password in every state. */
import type { VNode } from "preact";
import { Change } from "@/components/Change.tsx";
import PasswordField from "@/islands/password/PasswordField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";
import { newPasswordErrors, ruleLines } from "@/lib/web/new_password.ts";

/** Each state by its name. */
export function passwordPages(
  t: Translate,
  csrf: string,
): Record<string, VNode> {
  const rules = ruleLines(t, [
    { kind: "length", least: 15 },
    { kind: "history", last: 5 },
    { kind: "classes", least: 3 },
    { kind: "noName" },
  ]);
  const weak = { kind: "judged", verdict: "weak", minLength: 15 } as const;
  const policy = {
    kind: "policy",
    rule: { kind: "classes", least: 3 },
  } as const;
  const show = t("newPassword.show");
  const children = <PasswordField field="newPassword" label={show} />;
  const base = { t, csrf, userName: "ann", rules, errors: {}, children };
  const missing = {
    userName: t("signIn.userName.missing"),
    password: t("change.old.missing"),
    newPassword: t("newPassword.missing"),
  };
  const refused = { "": t("change.refused") };
  return {
    "change": <Change {...base} userName="" />,
    "change due": <Change {...base} due="mustChange" />,
    "change expired": <Change {...base} due="expired" />,
    "change missing": <Change {...base} errors={missing} />,
    "change refused": <Change {...base} errors={refused} />,
    "change weak": <Change {...base} errors={newPasswordErrors(t, weak, 0)} />,
    "change against the policy": (
      <Change {...base} errors={newPasswordErrors(t, policy, 0)} />
    ),
  };
}
