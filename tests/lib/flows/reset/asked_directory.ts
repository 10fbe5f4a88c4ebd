/** A directory that notes what is asked of it at the end of a reset. */
import type { Directory } from "@/lib/directory/directory.ts";
import type { World } from "@/tests/support/world.ts";

/** The same world, with a directory that does whatever it is asked, and what that was. */
export function asking(world: World): { world: World; asked: string[] } {
  const asked: string[] = [];
  const does = (what: string) => (account: string) => {
    asked.push(`${what} ${account}`);
    return Promise.resolve({ kind: "set" } as const);
  };
  const directory: Directory = {
    ...world.directory,
    setPassword: does("setPassword"),
    unlock: does("unlock"),
    verify(userName) {
      asked.push(`verify ${userName}`);
      return Promise.resolve(null);
    },
  };
  return { world: { ...world, directory }, asked };
}
