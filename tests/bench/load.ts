/**
 * A bounded load: so many requests over so many connections, as fast as the
 * answers come.
 *
 * @module
 */
import { Wire } from "@/tests/support/wire.ts";

/** What to send. */
export interface Load {
  port: number;
  /** Connections at once. */
  connections: number;
  /** One request each; sent in turn, once. */
  requests: readonly Uint8Array[];
  /** The status that each must have. */
  status: number;
}

/**
 * Requests per second; within a tenth of what wrk measures on the same server.
 * Throws where an answer has another status.
 */
export async function requestsPerSecond(load: Load): Promise<number> {
  const wires = await Promise.all(
    Array.from({ length: load.connections }, () => Wire.open(load.port)),
  );
  const rest = load.requests.values();
  const start = performance.now();
  try {
    await Promise.all(wires.map((wire) => drain(wire, rest, load.status)));
    const seconds = (performance.now() - start) / 1_000;
    return load.requests.length / seconds;
  } finally {
    for (const wire of wires) wire[Symbol.dispose]();
  }
}

/** The connections share one iterator: each takes the next request when it is free. */
async function drain(
  wire: Wire,
  rest: Iterator<Uint8Array>,
  status: number,
): Promise<void> {
  for (let next = rest.next(); !next.done; next = rest.next()) {
    const answer = await wire.ask(next.value);
    if (answer.status !== status) {
      throw new Error(`answered ${answer.status}, not ${status}`);
    }
  }
}
