/** A directory of a few people in memory, which keeps what is set. */
import type { Account, Directory } from "@/lib/directory/directory.ts";

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
  const named = (name: string) =>
    people.find(({ userName, contact }) =>
      userName === name || contact?.email === name
    ) ?? null;
  const set = (id: string, next: string) => {
    if (!passwords.has(id)) return { kind: "forbidden" } as const;
    if (passwords.get(id) === next) return { kind: "history" } as const;
    passwords.set(id, next);
    return { kind: "set" } as const;
  };
  return {
    verify(userName, typed) {
      const found = named(userName);
      const right = found?.userName === userName &&
        passwords.get(found.id) === typed;
      return Promise.resolve(right ? found : null);
    },
    find: (identifier) => Promise.resolve(named(identifier)),
    get: (account) =>
      Promise.resolve(people.find(({ id }) => id === account) ?? null),
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
