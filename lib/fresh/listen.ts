/**
 * `app.listen()`.
 *
 * @module
 */
import type { Handler } from "@/lib/fresh/serve.ts";

/** Options of `Deno.serve` for TCP, all optional. */
export type ListenOptions = Partial<
  Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem
>;

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/** Serves on the given port, or on the first free one from 8000 to 8019. */
export function listen(
  handler: Handler,
  options: ListenOptions,
): Deno.HttpServer<Deno.NetAddr> {
  if (options.port !== undefined) return Deno.serve(options, handler);
  for (let port = FIRST_PORT;; port++) {
    try {
      return Deno.serve({ ...options, port }, handler);
    } catch (error) {
      const taken = error instanceof Deno.errors.AddrInUse;
      if (!taken || port === LAST_PORT) throw error;
    }
  }
}
