import { assert, assertEquals } from "@std/assert";
import { SETTINGS } from "@/lib/config.ts";
import { isGrouped, nearest, slips } from "@/lib/config/misspelt.ts";

Deno.test("slips() has the slips of every setting of a group, and no setting", () => {
  const found = slips(SETTINGS);
  for (
    const slip of [
      "SMS_GATEWAY_URI",
      "SMS_GATEWAY_URLS",
      "SMS_GATEWY_URL",
      "SMS_GATEWAY_ULR",
      "SMS_URL",
      "VOICE_GATEWAY_HEADER",
      "SMTP_FORM",
      "BREACHED_LISTS",
    ]
  ) assert(found.has(slip), slip);
  assertEquals(SETTINGS.filter((name) => found.has(name)), []);
  // A server may not ask for anything else.
  assert([...found].every(isGrouped));
  assert(found.size < 40_000);
});

Deno.test("nearest() finds what a name may stand for, and nothing for another word", () => {
  assertEquals(nearest("SMS_GATEWAY_URI", SETTINGS), "SMS_GATEWAY_URL");
  assertEquals(nearest("SMS_GATEWAY_ULR", SETTINGS), "SMS_GATEWAY_URL");
  assertEquals(nearest("SMS_GATEWAY_METOD", SETTINGS), "SMS_GATEWAY_METHOD");
  assertEquals(nearest("SMS_GATEWAY_TOKEN", SETTINGS), null);
  assertEquals(nearest("PORT", []), null);
});
