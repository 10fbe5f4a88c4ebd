import { assert, assertEquals, assertMatch } from "@std/assert";
import { MAX_HOST, segments } from "@/lib/domain/segments.ts";
import { STOP_BYTES, stopCode } from "@/lib/domain/stop_code.ts";
import {
  codeScript,
  codeText,
  type NoticeKind,
  noticeText,
} from "@/lib/flows/messages.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";

const KINDS: readonly NoticeKind[] = [
  "changed",
  "removed",
  "codeUsed",
  "frozen",
  "lifted",
  "password",
  "reset",
  "unlocked",
];
/** As long as a real one. */
const STOP = stopCode(new Uint8Array(STOP_BYTES));
const WORDS = { code: "070426", host: "reset.example.edu", minutes: 10 };
const LONGEST = `${"h".repeat(MAX_HOST - 4)}.edu`;

/** The last line, as the specification of origin-bound codes parses it. */
const LAST_LINE = /(?:^|\n)@([^\s@#]+) #([^\s]+)$/;

Deno.test("codeText() says the code, the service and how long, then binds it", () => {
  assertEquals(
    codeText(translator("en"), WORDS),
    "070426 is your Aikagi code. It is valid for 10 min. " +
      "Never tell it to anyone.\n@reset.example.edu #070426",
  );
  assertEquals(
    codeText(translator("ja"), WORDS),
    "Aikagiコード070426。10分有効。教えないでください\n" +
      "@reset.example.edu #070426",
  );
});

for (const tag of TAGS) {
  const t = translator(tag);

  Deno.test(`codeText() in ${tag} ends with what a browser can read`, () => {
    const [, host, code] = codeText(t, WORDS).match(LAST_LINE) ?? [];
    assertEquals([host, code], [WORDS.host, WORDS.code]);
  });

  Deno.test(`codeText() in ${tag} fits one segment with the longest host`, () => {
    for (const minutes of [1, 99]) {
      const text = codeText(t, { ...WORDS, host: LONGEST, minutes });
      assertEquals(segments(text).segments, 1, text);
      assert(text.length <= 140, "WebOTP reads 140 characters");
    }
  });

  Deno.test(`codeText() in ${tag} fits a long code into one segment, in groups, and binds it`, () => {
    const code = "01234567890123456789";
    for (const host of [WORDS.host, LONGEST]) {
      const text = codeText(t, { code, host, minutes: 99 });
      assertEquals(segments(text).segments, 1, text);
      assert(text.length <= 140, "WebOTP reads 140 characters");
      assert(text.includes("01234 56789 01234 56789"), text);
      assertEquals(text.match(LAST_LINE)?.slice(1), [host, code]);
    }
  });

  Deno.test(`noticeText() in ${tag} fits one segment`, () => {
    for (const kind of KINDS) {
      const said = noticeText(t, kind, { host: LONGEST, stop: STOP });
      assertEquals(segments(said).segments, 1, said);
      assert(!/https?:|@.* #/.test(said), "no link, no code");
    }
  });

  Deno.test(`noticeText() in ${tag} is spoken in a call`, () => {
    for (const kind of KINDS) {
      const spoken = noticeText(t, kind, {
        host: LONGEST,
        stop: STOP,
        channel: "voice",
      });
      assert(spoken !== noticeText(t, kind, { host: LONGEST, stop: STOP }));
    }
  });

  Deno.test(`codeScript() in ${tag} says no code before the key press`, () => {
    const [first = "", then = "", ...more] = codeScript(t, WORDS).split("\n\n");
    const [digits = ""] = then.match(/\p{L}+( … \p{L}+){5}/u) ?? [];

    assertEquals(more, []);
    assert(first.includes("Aikagi") && first.includes(WORDS.host));
    assert(!first.includes("…") && !/\d/.test(first));
    assertEquals(new Set(digits.split(" … ")).size, 5, "the 0 comes twice");
    assertEquals(then.split(digits).length, 3, "said twice");
    assert(!then.includes(WORDS.code));
    assertMatch(then, /10/);
  });
}

Deno.test("codeScript() says each digit as a word", () => {
  const script = codeScript(translator("en"), WORDS);
  assert(script.includes("zero … seven … zero … four … two … six"));
  const other = codeScript(translator("ja"), { ...WORDS, code: "135891" });
  assert(other.includes("いち … さん … ご … はち … きゅう … いち"));
});

Deno.test("codeScript() counts one minute as one", () => {
  const script = codeScript(translator("en"), { ...WORDS, minutes: 1 });
  assert(script.includes("valid for 1 minute."));
});

/** Whether a code is called so in the person's language. */
function isSaid(tag: (typeof TAGS)[number], host: string): boolean {
  const { code } = WORDS;
  const t = translator(tag);
  const brief = `${t("text.code.brief", { code })}\n`;
  const whole = t("text.code", { ...WORDS });
  return [brief, whole]
    .some((said) => codeText(t, { ...WORDS, host }).startsWith(said));
}

Deno.test("MAX_HOST is as long as the words of the fullest text allow", () => {
  assert(TAGS.every((tag) => isSaid(tag, LONGEST)));
  assert(!TAGS.every((tag) => isSaid(tag, LONGEST + "x")));
});
