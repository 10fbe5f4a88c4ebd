import { assert, assertEquals } from "@std/assert";
import { type PhoneNumber, readNumber } from "@/lib/domain/phone.ts";
import {
  type ChannelFault,
  refuseChannel,
} from "@/lib/domain/phone_channel.ts";

type Refusal = ChannelFault | null;

/** Region, number as its plan writes it, what a text and a call are told. */
const NUMBERS: readonly (readonly [string, string, Refusal, Refusal])[] = [
  ["JP", "090-1234-5678", null, null],
  ["JP", "050-1234-5678", null, null],
  ["JP", "03-1234-5678", "landline", null],
  ["JP", "0120-123-456", "tollFree", "tollFree"],
  ["JP", "0800-123-4567", "tollFree", "tollFree"],
  ["JP", "0570-012-345", "uan", "uan"],
  ["JP", "0990-501-234", "premium", "premium"],
  ["JP", "020-4123-4567", "pager", "pager"],
  ["US", "201-555-0123", null, null],
  ["US", "800-234-5678", "tollFree", "tollFree"],
  ["US", "888-234-5678", "tollFree", "tollFree"],
  ["US", "900-234-5678", "premium", "premium"],
  ["US", "500-234-5678", "personal", "personal"],
  ["GB", "07400 123456", null, null],
  ["GB", "056 1234 5678", null, null],
  ["GB", "020 7946 0018", "landline", null],
  ["GB", "0800 123 4567", "tollFree", "tollFree"],
  ["GB", "0845 123 4567", "premium", "premium"],
  ["GB", "0909 879 0000", "premium", "premium"],
  ["GB", "070 1234 5678", "personal", "personal"],
  ["GB", "07640 123456", "pager", "pager"],
  ["GB", "0300 123 4567", "uan", "uan"],
  ["DE", "0151 23456789", null, null],
  ["DE", "030 123456", "landline", null],
  ["DE", "0800 1234567", "tollFree", "tollFree"],
  ["DE", "0180 5 123456", "sharedCost", "sharedCost"],
  ["DE", "0900 1 234567", "premium", "premium"],
  ["DE", "0700 12345678", "personal", "personal"],
  ["DE", "0164 12345", "pager", "pager"],
  ["DE", "0177 99 1234567", "voicemail", "voicemail"],
  ["DE", "018 1234567", "uan", "uan"],
  ["FR", "06 12 34 56 78", null, null],
  ["FR", "09 50 12 34 56", null, null],
  ["FR", "01 23 45 67 89", "landline", null],
  ["FR", "08 00 12 34 56", "tollFree", "tollFree"],
  ["FR", "08 10 12 34 56", "sharedCost", "sharedCost"],
  ["FR", "08 92 12 34 56", "premium", "premium"],
  ["FR", "08 06 12 34 56", "uan", "uan"],
  ["IN", "98765 43210", null, null],
  ["IN", "011 2345 6789", "landline", null],
  ["IN", "1800 123 4567", "tollFree", "tollFree"],
  ["IN", "1860 200 1234", "sharedCost", "sharedCost"],
  ["AU", "0412 345 678", null, null],
  ["AU", "02 1234 5678", "landline", null],
  ["AU", "1800 123 456", "tollFree", "tollFree"],
  ["AU", "1300 123 456", "sharedCost", "sharedCost"],
  ["AU", "1900 123 456", "premium", "premium"],
  ["BR", "(11) 96123-4567", null, null],
  ["BR", "(11) 2345-6789", "landline", null],
  ["BR", "0800 123 4567", "tollFree", "tollFree"],
  ["BR", "4004-1234", "sharedCost", "sharedCost"],
  ["BR", "0900 123456", "premium", "premium"],
  ["CH", "078 123 45 67", null, null],
  ["CH", "044 123 45 67", "landline", null],
  ["CH", "0800 123 456", "tollFree", "tollFree"],
  ["CH", "0840 123 456", "sharedCost", "sharedCost"],
  ["CH", "0900 123 456", "premium", "premium"],
  ["CH", "0878 123 456", "personal", "personal"],
  ["CH", "074 012 34 56", "pager", "pager"],
  ["CH", "0860 44 123 45 67", "voicemail", "voicemail"],
  ["CH", "058 123 45 67", "uan", "uan"],
  ["IT", "312 345 6789", null, null],
  ["IT", "55 1234 5678", null, null],
  ["IT", "06 1234 5678", "landline", null],
  ["IT", "800 123 456", "tollFree", "tollFree"],
  ["IT", "840 123 456", "sharedCost", "sharedCost"],
  ["IT", "899 123 456", "premium", "premium"],
  ["IT", "199 123 456", "personal", "personal"],
  ["NO", "406 12 345", null, null],
  ["NO", "21 23 45 67", "landline", null],
  ["NO", "800 12 345", "tollFree", "tollFree"],
  ["NO", "820 12 345", "premium", "premium"],
  ["NO", "880 12 345", "personal", "personal"],
  ["NO", "812 12 345", "voicemail", "voicemail"],
  ["NO", "02 000", "uan", "uan"],
  ["NL", "06 12345678", null, null],
  ["NL", "020 123 4567", "landline", null],
  ["NL", "0900 123456", "premium", "premium"],
  ["NL", "066 1234567", "pager", "pager"],
  ["NL", "088 123 4567", "uan", "uan"],
  ["KR", "010-1234-5678", null, null],
  ["KR", "02-123-4567", "landline", null],
  ["KR", "080-123-4567", "tollFree", "tollFree"],
  ["KR", "0505-123-4567", "personal", "personal"],
  ["KR", "1588-1234", "uan", "uan"],
  ["RU", "8 912 345 67 89", null, null],
  ["RU", "8 495 123 45 67", "landline", null],
  ["RU", "8 800 123 45 67", "tollFree", "tollFree"],
  ["RU", "8 809 123 45 67", "premium", "premium"],
  ["JP", "+800 1234 5678", "global", "global"],
  ["JP", "+808 1234 5678", "global", "global"],
  ["JP", "+870 773 111 222", "global", "global"],
  ["JP", "+878 10 1234 567890", "global", "global"],
  ["JP", "+881 612 345 678", "global", "global"],
  ["JP", "+882 16 123 4567", "global", "global"],
  ["JP", "+883 510 012 345 678", "global", "global"],
  ["JP", "+888 123 456 78901", "global", "global"],
  ["JP", "+979 123 456 789", "global", "global"],
];

Deno.test("refuseChannel() refuses by the kind of number", async (t) => {
  for (const [region, typed, sms, voice] of NUMBERS) {
    await t.step(`${region}: ${typed}`, () => {
      const number = read(typed, region);
      assertEquals(refuseChannel(number, "sms", "all"), sms);
      assertEquals(refuseChannel(number, "voice", "all"), voice);
    });
  }
});

Deno.test("refuseChannel() allows by region, not by country code", async (t) => {
  for (
    const [typed, allowed, refusal] of [
      ["+1 201 555 0123", ["US"], null],
      ["+1 876 210 1234", ["US"], "country"],
      ["+1 264 235 1234", ["US", "CA"], "country"],
      ["+1 876 210 1234", ["US", "JM"], null],
      ["+7 912 345 67 89", ["RU"], null],
      ["+7 771 000 9998", ["RU"], "country"],
      ["+7 771 000 9998", ["KZ"], null],
      ["+44 7400 123456", ["GB"], null],
      ["+44 7624 200123", ["GB"], "country"],
      ["+44 7781 123456", ["GB"], "country"],
      ["+44 7797 712345", ["GB"], "country"],
      ["+44 7624 200123", ["IM"], null],
      ["+81 90 1234 5678", [], "country"],
      ["+81 90 1234 5678", ["jp"], "country"],
      // The kind of number comes first: another country would not help.
      ["+81 120 123 456", [], "tollFree"],
      ["+800 1234 5678", ["001"], "global"],
      // The country comes before the line: a call would not help.
      ["+81 3 1234 5678", [], "country"],
    ] as const
  ) {
    await t.step(`${typed} in ${allowed}`, () => {
      assertEquals(refuseChannel(read(typed, ""), "sms", allowed), refusal);
    });
  }
});

Deno.test("refuseChannel() refuses a number of no known kind", () => {
  for (const type of [undefined, "", "SATELLITE"]) {
    const number = { ...read("+81 90 1234 5678", "JP"), type };
    assertEquals(refuseChannel(number, "sms", "all"), "premium");
    assertEquals(refuseChannel(number, "voice", "all"), "premium");
  }
});

function read(typed: string, region: string): PhoneNumber {
  const answer = readNumber(typed, region);
  assert(answer.ok, typed);
  return answer.number;
}
