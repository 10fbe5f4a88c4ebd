/**
 * The gateway for texts: keeps the codes that come, for who reads the phone.
 *
 * @module
 */

/** A gateway that listens on loopback. */
export interface Gateway {
  port: number;
  /** The next code for that number that nobody has taken yet; waits for it. */
  code(number: string): Promise<string>;
  close(): Promise<void>;
}

/** What has come for one number, and who waits for more. */
interface Phone {
  codes: string[];
  waiting: ((code: string) => void)[];
}

/** Numbers are told apart by their last digits. */
export function openGateway(): Gateway {
  const phones = new Map<string, Phone>();
  const phoneOf = (number: string) => {
    const key = number.replace(/\D/g, "").slice(-8);
    const phone = phones.get(key) ?? { codes: [], waiting: [] };
    phones.set(key, phone);
    return phone;
  };
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const { to, text } = await request.json() as { to: string; text: string };
      const code = /#(\d{6})$/.exec(text)?.[1];
      if (code) put(phoneOf(to), code);
      return new Response("ok");
    },
  );
  return {
    port: server.addr.port,
    code: (number) => take(phoneOf(number)),
    close: () => server.shutdown(),
  };
}

function put({ codes, waiting }: Phone, code: string): void {
  const first = waiting.shift();
  if (first) first(code);
  else codes.push(code);
}

function take({ codes, waiting }: Phone): Promise<string> {
  const code = codes.shift();
  return code === undefined
    ? new Promise((resolve) => waiting.push(resolve))
    : Promise.resolve(code);
}
