/** What a reset weighs on the wire and costs the store: both are exact, so a budget that is overrun fails. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { stop } from "esbuild";
import type { Delivery } from "@/lib/delivery/delivery.ts";
import { METHODS } from "@/lib/domain/method.ts";
import type { Build } from "@/lib/fresh/build.ts";
import { packBuild } from "@/lib/fresh/pack.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { NUMBER, openResetSite, USER } from "@/tests/support/reset.ts";
import { MOST_OF_RESET, resetCost } from "@/tests/support/reset_costs.ts";
import { walkReset } from "@/tests/support/reset_journey.ts";
import type { Site, SiteOptions } from "@/tests/support/site.ts";
import { Visitor } from "@/tests/support/visitor.ts";
import { BUDGET, resetWeightsOf } from "@/tests/support/weights.ts";
import { readCode } from "@/tests/support/world.ts";

let build: Build;

Deno.test.beforeAll(async () => {
  build = await packBuild({ root: new URL("../../../", import.meta.url) })
    .finally(stop);
});

function production(sent: { text: string }[]): SiteOptions {
  const delivery: Delivery = {
    channels: ["sms", "voice", "email"],
    send(message) {
      sent.push(message);
      return Promise.resolve({ ok: true });
    },
  };
  return { mode: "production", build, delivery };
}

function serve(site: Site) {
  const options = {
    port: 0,
    hostname: "127.0.0.1",
    automaticCompression: true,
    onListen() {},
  };
  return Deno.serve(options, (request) => site.handler(request));
}

Deno.test.each(TAGS)(
  "a whole reset by text keeps within its weights in %s",
  async (tag) => {
    const sent: { text: string }[] = [];
    using site = await openResetSite(["phone"], {}, production(sent));
    await using server = serve(site);
    using visitor = await Visitor.open(server.addr.port, {
      "accept-language": tag,
    });
    const lost = { userName: USER, number: NUMBER };

    const walked = await walkReset(visitor, lost, async () => {
      await site.settle();
      return readCode(sent.at(-1));
    });

    await site.settle();
    assertStringIncludes(walked.done.html, `lang="${tag}"`);
    const weights = resetWeightsOf(walked);
    assertEquals(weights.filter(({ is, must }) => is > must), []);
  },
);

Deno.test.each(TAGS)(
  "the pages of other proofs keep within their weights in %s",
  async (tag) => {
    const methods = METHODS.filter((method) => method !== "passkey");
    using site = await openResetSite(methods, {}, production([]));
    await using server = serve(site);
    using visitor = await Visitor.open(server.addr.port, {
      "accept-language": tag,
    });
    await visitor.open("/reset");
    await visitor.send({ identifier: USER });
    for (const way of ["app", "recovery-code"]) {
      const shown = await visitor.open(`/reset/prove/${way}`);
      assertEquals([shown.status, shown.script], [200, 0], way);
      assert(shown.bytes <= BUDGET.later, `${way}: ${shown.bytes}`);
    }
    const send = await visitor.open("/reset/prove/send");
    assert(send.bytes <= BUDGET.later, `send: ${send.bytes}`);
    assertEquals(send.script, 0);
    await site.settle();
  },
);

Deno.test.each(TAGS)(
  "the pages that ask for longer proofs keep within their weight in %s",
  async (tag) => {
    const sent: { text: string }[] = [];
    const entra = { limits: "entra", unlock: "no" } as const;
    using site = await openResetSite(
      ["totp", "email"],
      entra,
      production(sent),
    );
    await using server = serve(site);
    using visitor = await Visitor.open(server.addr.port, {
      "accept-language": tag,
    });
    await visitor.open("/reset");
    await visitor.send({ identifier: USER });
    const shown = [await visitor.open("/reset/prove/app")];
    for (let i = 0; i < 6; i++) {
      shown.push(await visitor.send({ code: "000000" }));
    }
    await visitor.open("/reset/prove/send");
    await visitor.send({ to: "0" });
    for (let i = 0; i < 5; i++) await visitor.send({ code: "000000" });
    site.wait(60_000);
    shown.push(await visitor.send({ channel: "email" }, "/reset/prove/resend"));
    shown.push(await visitor.send({ code: "000000" }));
    await site.settle();
    assertEquals(readCode(sent.at(-1)).length, 20);
    for (const { path, bytes, status } of shown) {
      assert(bytes <= BUDGET.later, `${path}, ${status}: ${bytes}`);
    }
  },
);

Deno.test.each(TAGS)(
  "a whole reset by text keeps within its operations of the store in %s",
  async (tag) => {
    const { all, told } = await resetCost(tag);
    const { reads, commits } = MOST_OF_RESET;
    assert(all.reads <= reads && all.commits <= commits, told.join("; "));
  },
);
