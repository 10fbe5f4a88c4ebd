/**
 * A store that counts what is asked of it: the price of a step on Deno Deploy,
 * and one fsync per commit on one machine.
 *
 * @module
 */

/** Operations since the start. A batch is one read, an atomic operation one commit. */
export interface KvCount {
  reads: number;
  commits: number;
}

const READS = ["get", "getMany", "list"];
const WRITES = ["set", "delete"];

/** The same store, counting into `count`. */
export function countingKv(kv: Deno.Kv, count: KvCount): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      if (READS.includes(String(name))) count.reads++;
      if (WRITES.includes(String(name))) count.commits++;
      if (name === "atomic") {
        return () => countingAtomic(target.atomic(), count);
      }
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** Its methods return itself, so that a chain stays counted to its end. */
function countingAtomic(
  atomic: Deno.AtomicOperation,
  count: KvCount,
): Deno.AtomicOperation {
  const proxy = new Proxy(atomic, {
    get(target, name) {
      if (name === "commit") count.commits++;
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        const result = value.apply(target, args);
        return result === target ? proxy : result;
      };
    },
  });
  return proxy;
}
