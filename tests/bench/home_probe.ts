/**
 * A worker that asks for the home page again and again, in a thread of its own
 * so that it does not wait for those who put the server under load. It is told
 * the port of the server to begin and `null` to end, and answers with how long
 * each took, in milliseconds.
 *
 * @module
 */
import { requestBytes, Wire } from "@/tests/support/wire.ts";

/** Between two requests, in milliseconds. */
const EVERY = 10;

let over = false;

self.onmessage = async ({ data }: MessageEvent<number | null>) => {
  over = data === null;
  if (data !== null) self.postMessage(await times(data));
};

async function times(port: number): Promise<number[]> {
  using wire = await Wire.open(port);
  const request = requestBytes({ path: "/" });
  const times: number[] = [];
  while (!over) {
    const start = performance.now();
    const { status } = await wire.ask(request);
    if (status !== 200) throw new Error(`the home page answered ${status}`);
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  return times;
}
