/**
 * The embedded directory: accounts of our own, for organisations that have no
 * other and for development.
 *
 * @module
 */
import {
  type Account,
  type Directory,
  DirectoryUnavailableError,
  type SignInLane,
} from "@/lib/directory/directory.ts";
import type {
  EmbeddedAccount,
  EmbeddedAccounts,
  FoundAccount,
} from "@/lib/directory/embedded_accounts.ts";
import {
  embeddedPasswords,
  type Hasher,
} from "@/lib/directory/embedded_passwords.ts";
import {
  refusedPasswords,
  standingOfPassword,
} from "@/lib/domain/password_age.ts";

/** What the directory is made of. */
export interface EmbeddedOptions {
  /** Whatever keeps the accounts. Asked for with the first question. */
  readonly accounts: () => Promise<EmbeddedAccounts>;
  /** Makes and checks hashes of passwords. */
  readonly hasher: Hasher;
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Hears of each fault that became an answer. */
  onFault(error: unknown): void;
}

const UNAVAILABLE = "Cannot ask the embedded directory";

/** Returns a directory over `accounts`. Each question costs the same, whoever is asked for. */
export function embeddedDirectory(options: EmbeddedOptions): Directory {
  const { accounts, now } = options;
  return {
    canUnlock: true,
    verify: (userName, password, lane = "any") =>
      orUnavailable(async () => {
        const found = await (await accounts()).byName(userName);
        const account = await proved(options, found, { password, lane });
        const taken = lane === "any"
          ? await (await accounts()).settle(userName, {
            right: account !== null,
            lockAfter: found.rules.lockAfter,
          })
          : lane === "device";
        if (account === null || !taken) return null;
        const standing = standingOfPassword(account, found.rules, now());
        return { ...known(account), standing };
      }),
    find: (identifier, by) =>
      orUnavailable(async () => {
        const found = await (await accounts()).byNameOrEmail(identifier, by);
        return found && known(found);
      }),
    get: (id) =>
      orUnavailable(async () => {
        const { account, rules } = await (await accounts()).byId(id);
        const found = open(account);
        if (account === null || found === null) return null;
        const standing = standingOfPassword(account, rules, now());
        return { ...found, standing };
      }),
    whichPassword: (id, candidates) =>
      orUnavailable(async () => {
        const { account } = await (await accounts()).byId(id);
        const hash = account?.passwordHash ?? null;
        for (const [place, each] of candidates.entries()) {
          if (await options.hasher.verify(each, hash)) return place;
        }
        return null;
      }),
    passwordRules: (account) =>
      orUnavailable(async () => {
        const { rules } = await (await accounts()).byId(account ?? "");
        return [
          { kind: "length", least: rules.passwordLength },
          { kind: "history", last: refusedPasswords(rules) },
        ];
      }),
    ...embeddedPasswords(options),
  };
}

/** One hash, whoever it is: the account where the password is right and it may sign in. */
async function proved(
  { hasher }: Pick<EmbeddedOptions, "hasher">,
  { account }: FoundAccount,
  { password, lane }: { password: string; lane: SignInLane },
): Promise<EmbeddedAccount | null> {
  const right = await hasher.verify(password, account?.passwordHash ?? null);
  const lets = right && lane !== "idle" && account?.disabled === false;
  return lets ? account : null;
}

/** What others may know of an account; nothing of a disabled one. */
function open(account: EmbeddedAccount | null): Account | null {
  return account === null || account.disabled ? null : known(account);
}

function known(account: EmbeddedAccount): Account {
  const { id, userName, groups, contact, disabled } = account;
  return {
    id,
    userName,
    groups,
    ...contact ? { contact } : {},
    ...disabled ? { disabled } : {},
  };
}

/** Too many wait, or the store cannot be read: the question stands. */
async function orUnavailable<Answer>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    throw new DirectoryUnavailableError(UNAVAILABLE, { cause });
  }
}
