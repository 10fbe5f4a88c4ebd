/** A browser without JavaScript: a cookie jar, links, forms, redirects. */
import type { Site } from "@/tests/support/site.ts";

/** A page as it was answered. */
export interface Page {
  url: URL;
  status: number;
  headers: Headers;
  html: string;
  /** What a person reads, tags and white space collapsed. */
  text: string;
  title: string;
}

/** One form of a page. */
export interface FormOnPage {
  action: string;
  method: string;
  /** What it would post as it stands, without its buttons. */
  fields: Record<string, string>;
  /** Its buttons: what each adds and says. */
  buttons: { name: string; value: string; text: string }[];
}

/** A person in front of a browser without JavaScript. */
export interface Reader {
  /** The cookies it holds. */
  jar: Map<string, string>;
  /** The page it shows. */
  page: Page;
  open(path: string): Promise<Page>;
  /** Fills in the page's form that has `button` on it and presses that. */
  press(button: string, typed?: Record<string, string>): Promise<Page>;
  /** Posts fields as they stand. */
  post(path: string, fields: Record<string, string>): Promise<Page>;
  /** Sends any request with the cookies. */
  send(path: string, init?: RequestInit): Promise<Response>;
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** Opens a browser of that language on a site. */
export function openReader(
  site: Site,
  origin: string,
  language = "en",
): Reader {
  const jar = new Map<string, string>();

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("accept-language", language);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`);
    if (cookie.length > 0) headers.set("cookie", cookie.join("; "));
    const request = new Request(new URL(path, origin), { ...init, headers });
    const response = await site.handler(request);
    await site.settle();
    for (const set of response.headers.getSetCookie()) keep(jar, set);
    return response;
  }

  async function show(response: Response, path: string): Promise<Page> {
    const location = response.headers.get("location");
    if (location !== null && response.status >= 300 && response.status < 400) {
      return await reader.open(location);
    }
    const html = await response.text();
    const { status, headers } = response;
    const title = unescape(/<title>([^<]*)/.exec(html)?.[1] ?? "");
    const url = new URL(path, origin);
    reader.page = { url, status, headers, html, title, text: textOf(html) };
    return reader.page;
  }

  const reader: Reader = {
    jar,
    page: {
      url: new URL(origin),
      status: 0,
      headers: new Headers(),
      html: "",
      text: "",
      title: "",
    },
    send,
    open: async (path) => await show(await send(path), path),
    async post(path, fields) {
      const body = new URLSearchParams(fields);
      return await show(await send(path, { method: "POST", body }), path);
    },
    async press(button, typed = {}) {
      const form = formsOf(reader.page.html).find(({ buttons }) =>
        buttons.some(({ text }) => text === button)
      );
      const pressed = form?.buttons.find(({ text }) => text === button);
      if (!form || !pressed) {
        throw new Error(`No button "${button}" in: ${reader.page.text}`);
      }
      const { name, value } = pressed;
      const fields = { ...form.fields, ...typed };
      if (name !== "") fields[name] = value;
      const { pathname, search } = reader.page.url;
      return await reader.post(form.action || pathname + search, fields);
    },
  };
  return reader;
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = "", ...attributes] = set.split("; ");
  const cut = pair.indexOf("=");
  const name = pair.slice(0, cut);
  if (attributes.includes("Max-Age=0")) jar.delete(name);
  else jar.set(name, pair.slice(cut + 1));
}

/** The forms of a page. Our own markup is regular, so patterns are enough. */
export function formsOf(html: string): FormOnPage[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(
    ([, head = "", body = ""]) => ({
      action: attribute(head, "action"),
      method: attribute(head, "method"),
      fields: fieldsOf(body),
      buttons: [...body.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(
        ([, attributes = "", text = ""]) => ({
          name: attribute(attributes, "name"),
          value: attribute(attributes, "value"),
          text: textOf(text),
        }),
      ),
    }),
  );
}

function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, attributes = ""] of body.matchAll(/<input([^>]*)>/g)) {
    const name = attribute(attributes, "name");
    if (name !== "") fields[name] = attribute(attributes, "value");
  }
  for (
    const [, head = "", options = ""] of body.matchAll(
      /<select([^>]*)>(.*?)<\/select>/gs,
    )
  ) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(options)?.[0];
    const first = /<option[^>]*>/.exec(options)?.[0] ?? "";
    fields[attribute(head, "name")] = attribute(chosen ?? first, "value");
  }
  return fields;
}

function attribute(head: string, name: string): string {
  return unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1] ?? "");
}

function textOf(html: string): string {
  const words = html.replace(/<(head|style|script)\b.*?<\/\1>/gs, " ")
    .replace(/<[^>]*>/g, " ");
  return unescape(words).replace(/\s+/g, " ").trim();
}

function unescape(text: string): string {
  return text.replace(
    /&(?:amp|lt|gt|quot|#39);/g,
    (name) => ENTITIES[name] ?? name,
  );
}
