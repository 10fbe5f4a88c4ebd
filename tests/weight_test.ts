/** What pages weigh on the wire: bytes are exact, so a budget that is overrun fails. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { stop } from "esbuild";
import type { GatewayOptions } from "@/lib/delivery/http_gateway.ts";
import type { Build } from "@/lib/fresh/build.ts";
import { packBuild } from "@/lib/fresh/pack.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { answering, type Gateway } from "@/tests/support/gateway.ts";
import { type Registrant, walk } from "@/tests/support/journey.ts";
import { weighPortal } from "@/tests/support/portal_weights.ts";
import { openSite } from "@/tests/support/site.ts";
import { Visitor } from "@/tests/support/visitor.ts";
import { weightsOf } from "@/tests/support/weights.ts";

const REGISTRANT: Registrant = {
  userName: "demo",
  password: "demo-spare-key-2026",
  country: "JP",
  number: "090-1234-5678",
};

let build: Build;

Deno.test.beforeAll(async () => {
  build = await packBuild({ root: new URL("../", import.meta.url) })
    .finally(stop);
});

function settingsOf({ url }: Gateway): GatewayOptions {
  return {
    url,
    method: "POST",
    headers: {},
    content: "json",
    body: '{"to":"{to}","text":"{text}"}',
    success: { status: [], contains: null },
    timeout: 5_000,
  };
}

Deno.test.each(TAGS)(
  "the pages from sign-in to thanks keep within their weights in %s",
  async (language) => {
    await using gateway = answering(() => new Response("ok"));
    const config = { smsGateway: settingsOf(gateway) };
    using site = await openSite({ mode: "production", build, config });
    await using server = Deno.serve({
      port: 0,
      hostname: "127.0.0.1",
      automaticCompression: true,
      onListen() {},
    }, (request) => site.handler(request));
    using visitor = await Visitor.open(server.addr.port, {
      "accept-language": language,
    });

    const walked = await walk(visitor, REGISTRANT, async () => {
      await site.settle();
      return /#(\d{6})/.exec(gateway.got[0]?.body ?? "")?.[1] ?? "";
    });

    await site.settle();
    assertStringIncludes(walked.phone.html, `lang="${language}"`);
    const weights = weightsOf(walked, walked.phone);
    assertEquals(weights.filter(({ is, must }) => is > must), []);
  },
);

Deno.test.each(TAGS)(
  "every page of the portal keeps within its weight in %s",
  async (language) => {
    const weights = await weighPortal(build, language);
    assertEquals(weights.filter(({ is, must }) => is > must), []);
  },
);

Deno.test("islands of different pages have scripts of their own", () => {
  const picker = build.islands.get("CountryPicker");
  const button = build.islands.get("PasskeyButton");
  assert(picker && button && picker.src !== button.src);
});
