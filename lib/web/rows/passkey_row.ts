/**
 * The passkeys on the list page.
 *
 * @module
 */
import { credentialName } from "@/lib/crypto/passkey_ids.ts";
import { MOST_PASSKEYS } from "@/lib/domain/passkeys.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";

/** One row for all passkeys: the name of each, and how to rename and remove it. */
export function passkeyRows(
  _deps: unknown,
  { person: { passkeys } }: Pick<Visit, "person">,
  t: Translate,
): MethodRow[] {
  const row = { id: "passkey", title: t("list.passkey"), strong: true };
  const page = "/register/passkey";
  if (passkeys.length === 0) {
    const state = t("list.passkey.unset");
    return [{
      ...row,
      state,
      confirmedAt: null,
      links: [[page, t("list.add")]],
    }];
  }
  const used = passkeys.map(({ confirmedAt, usedAt }) => usedAt ?? confirmedAt);
  const names = new Intl.ListFormat(t.tag, { type: "conjunction" })
    .format(passkeys.map(isolated));
  const more = passkeys.length < MOST_PASSKEYS
    ? [[page, t("list.passkey.add")] as const]
    : [];
  return [{
    ...row,
    state: t("list.passkey.set", { names }),
    confirmedAt: Math.max(...used),
    links: [...more, ...passkeys.flatMap((passkey) => linksOf(t, passkey))],
  }];
}

function linksOf(
  t: Translate,
  passkey: Passkey,
): (readonly [href: string, text: string])[] {
  const key = credentialName(passkey.id);
  const name = isolated(passkey);
  return [
    [`/register/passkey/rename/${key}`, t("list.passkey.rename", { name })],
    [`/register/passkey/remove/${key}`, t("list.passkey.remove", { name })],
  ];
}

/** The name, in marks that keep its direction of writing to itself (Unicode FSI, PDI). */
function isolated({ name }: Passkey): string {
  return `\u2068${name}\u2069`;
}
