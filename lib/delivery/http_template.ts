/**
 * What a gateway is told about a message: a template of the settings, in JSON
 * or as a form, whose `{placeholders}` a message fills.
 *
 * A placeholder is filled inside a value that has been parsed, and the whole is
 * encoded again, so no text can end a value, add a field or be filled itself.
 *
 * @module
 */
import type { Message } from "@/lib/delivery/delivery.ts";
import { segments } from "@/lib/domain/segments.ts";

/** A template that has been read. */
export interface Template {
  /** The media type of what it makes. */
  readonly type: string;
  /** Returns the template filled with a message. */
  fill(message: Message): string;
}

/** A template, or what is wrong with it, for whoever wrote the settings. */
export type TemplateRead =
  | { ok: true; template: Template }
  | { ok: false; why: string };

const PLACEHOLDER = /\{([a-z]+)\}/g;

/** What each placeholder stands for. */
const PLACEHOLDERS: ReadonlyMap<string, (message: Message) => string> = new Map(
  [
    ["to", (message) => message.to],
    // For gateways that take no "+".
    ["digits", (message) => message.to.replace(/\D/g, "")],
    ["text", (message) => message.text],
    ["id", (message) => message.id],
    ["locale", (message) => message.locale],
    // The data coding of SMPP and Kannel: 0 is GSM-7, 2 is UCS-2.
    ["coding", ({ text }) => segments(text).encoding === "gsm7" ? "0" : "2"],
  ],
);

/** Reads a template: JSON, or `name={placeholder}&…`. */
export function readTemplate(
  content: "json" | "form",
  body: string,
): TemplateRead {
  const why = placeholderFault(body);
  if (why !== null) return { ok: false, why };
  return content === "form"
    ? { ok: true, template: formTemplate(body) }
    : jsonTemplate(body);
}

/** What is wrong with the placeholders of a template; `null` for nothing. */
export function placeholderFault(body: string): string | null {
  const names = [...body.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !PLACEHOLDERS.has(name));
  if (unknown !== undefined) {
    const known = [...PLACEHOLDERS.keys()].map((name) => `{${name}}`);
    return `{${unknown}} is none of ${known.join(" ")}`;
  }
  if (!names.includes("to") && !names.includes("digits")) {
    return "{to} or {digits} is missing";
  }
  return names.includes("text") ? null : "{text} is missing";
}

function formTemplate(body: string): Template {
  const pairs = [...new URLSearchParams(body)];
  return {
    type: "application/x-www-form-urlencoded;charset=UTF-8",
    fill: (message) =>
      new URLSearchParams(
        pairs.map(([name, value]) => [name, fill(value, message)]),
      ).toString(),
  };
}

function jsonTemplate(body: string): TemplateRead {
  const json = parseJson(body);
  if (json === undefined) {
    return { ok: false, why: 'not JSON (placeholders stand inside "quotes")' };
  }
  const template: Template = {
    type: "application/json",
    fill: (message) =>
      JSON.stringify(
        json,
        (_, value) => typeof value === "string" ? fill(value, message) : value,
      ),
  };
  return { ok: true, template };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // JSON has no undefined.
  }
}

/** One pass: what a message brings is never looked at again. */
function fill(value: string, message: Message): string {
  return value.replace(
    PLACEHOLDER,
    (whole, name: string) => PLACEHOLDERS.get(name)?.(message) ?? whole,
  );
}
