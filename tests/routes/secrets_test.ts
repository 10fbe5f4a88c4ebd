/** No code, number, password or token of a whole run is in the store's dump, the log, a URL or an error. */
import { assert, assertEquals } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import type { Message } from "@/lib/delivery/delivery.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const en = translator("en");
const NUMBERS = ["090-1234-5678", "080-8765-4321"] as const;

interface Run {
  site: Site;
  secrets: Set<string>;
  urls: string[];
}

/** Signs in wrong and right, registers a phone with a wrong code first, changes and removes it. */
async function run(): Promise<Run> {
  const sent: Message[] = [];
  const site = await openSite({
    mode: "production",
    delivery: {
      channels: ["sms", "voice"],
      send(message) {
        sent.push(message);
        return Promise.resolve({ ok: true });
      },
    },
  });
  const secrets = new Set<string>([DEMO_PASSWORD, "a wrong password"]);
  const urls: string[] = [];
  const reader = openReader(site, ORIGIN.production);
  const keep = () => {
    urls.push(reader.page.url.href);
    for (const value of reader.jar.values()) {
      secrets.add(value.split(".")[0] ?? "");
    }
    const token = /name="csrf" value="([^"]+)"/.exec(reader.page.html)?.[1];
    if (token) secrets.add(token);
  };
  await reader.open("/register");
  keep();
  for (const password of ["a wrong password", DEMO_PASSWORD]) {
    await reader.press(en("signIn.submit"), { userName: "demo", password });
    keep();
  }
  for (const number of NUMBERS) {
    await reader.open("/register/phone");
    keep();
    await reader.press(en("phone.sms"), { country: "JP", number });
    keep();
    const code = readCode(sent.at(-1));
    secrets.add(code);
    await reader.press(en("code.submit"), { code: "000000" });
    await reader.press(en("code.submit"), { code });
    keep();
    const e164 = `+81${number.replaceAll("-", "").slice(1)}`;
    for (const form of [number, e164, e164.slice(1), e164.slice(3)]) {
      secrets.add(form);
    }
  }
  await reader.open("/register/phone/remove?phone=0");
  await reader.press(en("remove.submit"));
  keep();
  await site.settle();
  return { site, secrets, urls };
}

/** Every key and value, strings and bytes alike, as text. */
async function dump(kv: Deno.Kv): Promise<string> {
  const parts: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    parts.push(Deno.inspect([key, value], {
      depth: 20,
      strAbbreviateSize: 1e6,
      iterableLimit: 1e6,
    }));
  }
  return parts.join("\n");
}

Deno.test("nothing secret or personal of a run is in the store, the log or a URL", async () => {
  const { site, secrets, urls } = await run();
  using _ = site;
  const places = {
    store: await dump(site.kv),
    log: site.lines.join("\n"),
    urls: urls.join("\n"),
  };
  assert(secrets.size > 12 && places.store.length > 1000);
  assert(site.lines.length > 5 && places.log.includes("authn_login_fail"));
  for (const [place, text] of Object.entries(places)) {
    const found = [...secrets].filter((secret) => text.includes(secret));
    assertEquals(found, [], `in the ${place}`);
  }
  // The reader knows nothing that the people of the log could be named by.
  assert(!places.log.includes("demo"));
});
