/**
 * The page where every dead end leads: where a person turns to, and asking the
 * administrators.
 *
 * @module
 */
import { type HelpWay, helpWay } from "@/lib/domain/help.ts";
import { readCrockford } from "@/lib/domain/crockford.ts";
import { inGroups } from "@/lib/domain/support_code.ts";
import { readPolicy } from "@/lib/flows/read_policy.ts";
import type { State } from "@/lib/web/state.ts";
import { supportCode } from "@/lib/web/outcome.ts";

/** What the page offers. */
export type Offered =
  | Exclude<HelpWay, { kind: "ask" }>
  | { kind: "ask"; typed: string }
  /** `code` is `null` where the page shows the support code anyway. */
  | { kind: "asked"; code: string | null };

/** What the page shows. */
export interface HelpView {
  /** What it offers. */
  offer: Offered;
  /** The support code; `null` where nothing has begun. */
  support: string | null;
}

/** What the page at that address offers; `typed` is the name as it was typed. */
export async function viewHelp(
  state: State,
  { url, typed = "" }: { url: URL; typed?: string },
): Promise<HelpView> {
  const support = supportCode(state);
  const asked = askedCode(url);
  if (asked !== null) {
    const code = asked === support ? null : inGroups(asked);
    return { offer: { kind: "asked", code }, support };
  }
  const way = helpWay(state.reset?.policy ?? await readPolicy(state.deps));
  const offer = way.kind === "ask" ? { ...way, typed } : way;
  return { offer, support };
}

/** The support code of a request that was made; anybody can write one there, and it means nothing. */
function askedCode(url: URL): string | null {
  const code = readCrockford(url.searchParams.get("asked") ?? "");
  return code?.length === 8 ? code : null;
}
