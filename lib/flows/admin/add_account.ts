/**
 * Adding an account by hand.
 *
 * @module
 */
import {
  judgePassword,
  type PasswordJudgement,
} from "@/lib/domain/password.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import {
  type AccountDeps,
  createAccount,
  type NewAccount,
} from "@/lib/flows/admin/create_account.ts";
import { accountNameRef, canonicalName } from "@/lib/store/accounts.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { read } from "@/lib/store/records.ts";

/** Why a name cannot be one. */
export type NameFault = "empty" | "long" | "characters";

/** What came of it. */
export type AddAnswer =
  | { kind: "added"; id: string }
  | { kind: "taken" }
  | { kind: "name"; why: NameFault }
  | { kind: "group"; why: NameFault }
  | {
    kind: "password";
    why: Exclude<PasswordJudgement, "ok">;
    /** The fewest characters that the policy asks for. */
    minLength: number;
  };

/** Characters of a name of an account or a group (Entra's longest user name). */
const LONGEST = 113;

/** Adds the account, unless its name, a group or the password cannot be one. */
export async function addAccount(
  deps: AccountDeps,
  { userName: typed, password, groups, contact = {} }: Omit<
    NewAccount,
    "disabled"
  >,
): Promise<AddAnswer> {
  const userName = typed.trim();
  const refusal = nameRefusal(userName, groups);
  if (refusal !== null) return refusal;
  const [policy, name] = await read(
    deps.kv,
    [policyRef(), accountNameRef(userName)] as const,
  );
  if (name.value !== null) return { kind: "taken" };
  const minLength = (policy.value ?? DEFAULT_POLICY).passwordLength;
  const why = judgePassword(password, { userName, minLength });
  if (why !== "ok") return { kind: "password", why, minLength };
  const id = await createAccount(deps, {
    userName,
    password,
    groups,
    contact,
  });
  return id === null ? { kind: "taken" } : { kind: "added", id };
}

function nameRefusal(
  userName: string,
  groups: readonly string[],
): AddAnswer | null {
  const name = nameFault(userName);
  if (name !== null) return { kind: "name", why: name };
  const group = groups.map(groupFault).find((fault) => fault !== null);
  return group ? { kind: "group", why: group } : null;
}

/** Both as typed and in the form in which names are compared. */
function nameFault(userName: string): NameFault | null {
  const forms = [userName, canonicalName(userName)];
  return forms.map(textFault).find((fault) => fault !== null) ?? null;
}

/** A comma separates groups in the policy's setting. */
function groupFault(group: string): NameFault | null {
  const spaced = group !== group.trim();
  return group.includes(",") || spaced ? "characters" : textFault(group);
}

function textFault(text: string): NameFault | null {
  if (text === "") return "empty";
  if ([...text].length > LONGEST) return "long";
  // Controls, format characters that cannot be seen, and halves of characters.
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) ? "characters" : null;
}
