/**
 * Messages through a gateway that takes HTTP requests, as its operator's
 * settings describe it.
 *
 * What an attempt came to decides whether it may be made again, and a person
 * must not get one message twice:
 *
 * | Answer | Receipt |
 * | --- | --- |
 * | as the success rule says | ok |
 * | a status of the rule without its words | refused |
 * | 408, 425, 429, 503: by RFC 9110, 8470 and 6585 not acted on | unreachable |
 * | 3xx, and other 4xx | refused |
 * | other 2xx, other 5xx: something behind it may have acted | unknown |
 * | no connection, no such host, no TLS | unreachable |
 * | time-out, a connection cut half-way, not HTTP | unknown |
 *
 * @module
 */
import type { Delivery, Message, Receipt } from "@/lib/delivery/delivery.ts";
import { readTemplate, type Template } from "@/lib/delivery/http_template.ts";
import type { Channel } from "@/lib/domain/method.ts";

/** When an answer says that the message was taken. */
export interface SuccessRule {
  /** The statuses that do; empty for every 2xx. */
  readonly status: readonly number[];
  /** Words that the answer must hold too; `null` where the status is enough. */
  readonly contains: string | null;
}

/** A gateway, as the settings describe it. */
export interface GatewayOptions {
  /** Its address; a redirect away from it is not followed. */
  readonly url: URL;
  /** With `GET`, the filled form goes into the query. */
  readonly method: "POST" | "PUT" | "GET";
  /** Sent with each request, over what the content asks for. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the body's template makes. */
  readonly content: "json" | "form";
  /** The template: see {@linkcode readTemplate}. */
  readonly body: string;
  /** What counts as taken. */
  readonly success: SuccessRule;
  /** How long an answer is waited for, in milliseconds. */
  readonly timeout: number;
}

/** Bytes of an answer that are read. */
const MAX_ANSWER = 64 * 1024;

/** Statuses that say: not acted on, come again. */
const COME_AGAIN: readonly number[] = [408, 425, 429, 503];

const OK: Receipt = { ok: true };
const REFUSED: Receipt = { ok: false, why: "refused" };
const UNREACHABLE: Receipt = { ok: false, why: "unreachable" };
const UNKNOWN: Receipt = { ok: false, why: "unknown" };

/**
 * Returns a delivery that sends `channels` through an HTTP gateway. Throws
 * `TypeError` for a template that {@linkcode gatewayFault} finds fault with.
 */
export function httpGateway(
  channels: readonly Channel[],
  options: GatewayOptions,
): Delivery {
  const read = readTemplate(options.content, options.body);
  const why = gatewayFault(options);
  if (!read.ok || why !== null) throw new TypeError(why ?? "");
  return {
    channels,
    send: (message, signal) =>
      attempt(makeRequest(options, read.template, message), options, signal),
  };
}

/** What is wrong with a gateway's template, for its operator; `null` for nothing. */
export function gatewayFault(
  { method, content, body }: Pick<
    GatewayOptions,
    "method" | "content" | "body"
  >,
): string | null {
  if (method === "GET" && content === "json") return "GET takes a form";
  const read = readTemplate(content, body);
  return read.ok ? null : read.why;
}

function makeRequest(
  { url, method, headers }: GatewayOptions,
  template: Template,
  message: Message,
): Request {
  const target = new URL(url);
  const sent = new Headers(headers);
  if (!sent.has("content-type")) sent.set("content-type", template.type);
  sent.set("idempotency-key", message.id);
  const filled = template.fill(message);
  if (method !== "GET") {
    return new Request(target, {
      method,
      headers: sent,
      body: filled,
      redirect: "manual",
    });
  }
  sent.delete("content-type");
  target.search = [target.search.slice(1), filled].filter(Boolean).join("&");
  return new Request(target, { headers: sent, redirect: "manual" });
}

async function attempt(
  request: Request,
  { success, timeout }: GatewayOptions,
  signal: AbortSignal,
): Promise<Receipt> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeout);
  const either = AbortSignal.any([signal, late.signal]);
  try {
    const response = await fetch(request, { signal: either });
    return await judge(response, success);
  } catch (error) {
    // The error names the address, and with GET the number and the text: it goes no further.
    return isUnconnected(error) ? UNREACHABLE : UNKNOWN;
  } finally {
    clearTimeout(timer);
  }
}

async function judge(
  response: Response,
  { status, contains }: SuccessRule,
): Promise<Receipt> {
  const fits = status.length === 0
    ? response.ok
    : status.includes(response.status);
  if (fits && contains !== null) return await search(response, contains);
  await response.body?.cancel().catch(() => {}); // Cut off: the status is here.
  if (fits) return OK;
  if (COME_AGAIN.includes(response.status)) return UNREACHABLE;
  return response.ok || response.status >= 500 ? UNKNOWN : REFUSED;
}

/** Leaving the loop early cancels the rest of the body. */
async function search(response: Response, words: string): Promise<Receipt> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = "";
  for await (const bytes of response.body ?? []) {
    size += bytes.length;
    text += decoder.decode(bytes, { stream: true });
    if (text.includes(words)) return OK;
    if (size > MAX_ANSWER) return UNKNOWN;
  }
  return REFUSED;
}

/** Whether nothing was sent, because there was no connection to send it on. */
function isUnconnected(error: unknown): boolean {
  // The runtime says so in words alone: in the message up to Deno 2.8, in the cause since.
  return error instanceof Error &&
    (/client error \(Connect\)/.test(error.message) ||
      isUnconnected(error.cause));
}
