import { assertEquals } from "@std/assert";
import { maskNumber, numberPrefix } from "@/lib/domain/phone_mask.ts";

Deno.test("maskNumber() shows the country code and two digits", async (t) => {
  for (
    const [e164, masked] of [
      ["+819012345634", "+81 •• •••• ••34"],
      ["+12015550123", "+1 ••• ••• ••23"],
      ["+447400123456", "+44 •••• ••••56"],
      ["+4915123456789", "+49 •••• •••••89"],
      ["+79123456789", "+7 ••• ••• •• 89"],
      ["+390612345678", "+39 •• •••• ••78"],
      ["+2908999", "+290 ••99"],
      ["+80012345678", "+800 •••• ••78"],
      ["+99912345678", "+•••••••••78"],
    ] as const
  ) {
    await t.step(e164, () => assertEquals(maskNumber(e164), masked));
  }
});

Deno.test("numberPrefix() leaves the last four digits out", () => {
  assertEquals(numberPrefix("+819012345634"), "+81901234");
  assertEquals(numberPrefix("+2908999"), "+290");
});
