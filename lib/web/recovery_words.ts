/**
 * What the recovery check says.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import type { Standing } from "@/lib/domain/standing.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { METHOD_NAMES } from "@/lib/web/method_pages.ts";

/** The recovery check in sentences. */
export interface CheckWords {
  /** Whether it is green. */
  ok: boolean;
  /** How it stands, and then what would help. */
  said: readonly string[];
}

/** Methods that bring a code along: one way together (NIST SP 800-63B-4 §4.2.2.2). */
const ISSUED: readonly Method[] = ["phone", "officePhone", "email"];

/** Says whether the person would get back in, and what is missing. */
export function checkWords(
  t: Translate,
  { recovery, done }: Pick<Standing, "recovery" | "done">,
): CheckWords {
  if (recovery.ok) return { ok: true, said: [t("check.ok")] };
  const { missing } = recovery;
  if (missing.kind !== "methods") {
    return { ok: false, said: [t(`check.${missing.kind}`)] };
  }
  if (done.length === 0) return { ok: false, said: [t("check.empty")] };
  const issued = done.filter((method) => ISSUED.includes(method)).length > 1
    ? [t("check.issued")]
    : [];
  const help = missing.oneOf.length > 0
    ? t("check.help", { methods: listed(t, missing.oneOf) })
    : t("check.wait");
  return { ok: false, said: [t("check.not"), ...issued, help] };
}

/** "Recovery codes, Passkeys, or Phone + Email". */
function listed(
  t: Translate,
  sets: readonly (readonly Method[])[],
): string {
  const list = new Intl.ListFormat(t.tag, { type: "disjunction" });
  const name = (method: Method) => t(METHOD_NAMES[method]);
  return list.format(sets.map((set) => set.map(name).join(" + ")));
}
