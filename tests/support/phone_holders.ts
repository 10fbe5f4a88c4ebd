import { takeNumber, transactHolders } from "@/lib/flows/phone_holders.ts";

/** Writes an account among those that have a number. */
export async function putHolder(
  { kv }: { kv: Deno.Kv },
  account: string,
  index: string,
): Promise<void> {
  const move = { account, into: [index], outOf: [], cap: Infinity };
  const none = { entries: [], holders: [] } as const;
  await transactHolders(kv, none, (_, holders) => {
    const result = takeNumber(holders, move);
    const changes = result.kind === "moved" ? result.changes : [];
    return { changes, result };
  });
}
