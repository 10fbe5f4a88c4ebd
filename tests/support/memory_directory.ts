/** A directory of a few people in memory, which keeps what is set. */
import type { Account, Directory } from "@/lib/directory/directory.ts";
import type { FindBy } from "@/lib/domain/reset_settings.ts";
import { canonicalName } from "@/lib/store/accounts.ts";

const PEOPLE: readonly Account[] = [
  { id: "a-ann", userName: "ann", groups: ["staff"] },
  {
    id: "a-ben",
    userName: "ben",
    groups: [],
  },
];

/** Everybody has that password at first. */
export function memoryDirectory(
  password: string,
  people: readonly Account[] = PEOPLE,
): Directory {
  const passwords = new Map(people.map(({ id }) => [id, password]));
  const named = (name: string, by: FindBy = "both") => {
    const same = (other?: string) =>
      other !== undefined && canonicalName(other) === canonicalName(name);
    return people.find(({ userName, contact }) =>
      by !== "email" && same(userName) ||
      by !== "userName" && same(contact?.email)
    ) ?? null;
  };
  const set = (id: string, next: string) => {
    if (!passwords.has(id)) return { kind: "forbidden" } as const;
    if (passwords.get(id) === next) return { kind: "history" } as const;
    passwords.set(id, next);
    return { kind: "set" } as const;
  };
  return {
    canUnlock: true,
    verify(userName, typed) {
      const found = named(userName);
      const right = found?.userName === userName &&
        passwords.get(found.id) === typed;
      return Promise.resolve(right ? found : null);
    },
    find: (identifier, by) => Promise.resolve(named(identifier, by)),
    get: (account) =>
      Promise.resolve(people.find(({ id }) => id === account) ?? null),
    whichPassword(account, candidates) {
      const place = candidates.indexOf(passwords.get(account) ?? "");
      return Promise.resolve(place < 0 ? null : place);
    },
    passwordRules: () => Promise.resolve([{ kind: "history", last: 1 }]),
    setPassword: (id, next) => Promise.resolve(set(id, next)),
    changePassword(userName, { old, new: next }) {
      const id = named(userName)?.id ?? "";
      if (passwords.get(id) !== old) {
        return Promise.resolve({ kind: "wrong" });
      }
      return Promise.resolve(set(id, next));
    },
    unlock: (id) =>
      Promise.resolve({ kind: passwords.has(id) ? "set" : "forbidden" }),
  };
}
