/**
 * The log: one JSON object a line, with OWASP's event names and no personal data.
 *
 * @module
 */
import type { Log } from "@/lib/flows/deps.ts";

/** Events that somebody should look at when they come often. */
const WARNINGS = /fail|lock|reuse|exceeded|malicious|crash|unavailable/;

/** Returns a log that hands each line to `write`; control characters are escaped by JSON. */
export function jsonLog(
  write: (line: string) => void,
  now: () => number,
): Log {
  return (event, fields = {}) => {
    const time = new Date(now()).toISOString();
    const level = WARNINGS.test(event) ? "WARN" : "INFO";
    write(JSON.stringify({ time, level, event, ...fields }));
  };
}
