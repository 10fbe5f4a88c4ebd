import { assert, assertEquals, assertMatch } from "@std/assert";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { segments } from "@/lib/domain/segments.ts";
import { STOP_LIFE } from "@/lib/domain/stop_code.ts";
import { type NoticeKind, noticeText } from "@/lib/flows/messages.ts";
import { stageNotices, tellPerson } from "@/lib/flows/notices.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { commit, read } from "@/lib/store/records.ts";
import { stopRef } from "@/lib/store/stops.ts";
import { emailOf, phoneOf, readStop } from "@/tests/support/people.ts";
import { NOON, openWorld, type World } from "@/tests/support/world.ts";

const ACCOUNT = "a-ann";
const STOP = "7K3M9QXA";
const WITH_STOP: readonly NoticeKind[] = [
  "changed",
  "removed",
  "codeUsed",
  "lifted",
  "password",
  "reset",
  "unlocked",
];

function ann(world: World) {
  return {
    ...NEWCOMER,
    phones: [
      phoneOf(world, "+819012345678", NOON),
      { ...phoneOf(world, "+818012345678", NOON), channel: "voice" as const },
    ],
    email: emailOf(world, "ann@example.com", NOON),
  };
}

for (const tag of TAGS) {
  const t = translator(tag);
  Deno.test(`noticeText() in ${tag} carries the way to say "this was not me"`, () => {
    for (const host of ["key.example", `${"h".repeat(41)}.edu`]) {
      for (const kind of WITH_STOP) {
        const text = noticeText(t, kind, { host, stop: STOP });
        assert(text.includes(`${host}/stop`), text);
        assertEquals(readStop({ text }), STOP);
      }
      const text = noticeText(t, "frozen", { host, stop: "" });
      assert(text.includes(`${host}/register`), text);
    }
  });

  Deno.test(`noticeText() in ${tag} says more where there is room`, () => {
    const short = { host: "key.example", stop: STOP };
    const long = { host: `${"h".repeat(41)}.edu`, stop: STOP };
    for (const kind of WITH_STOP) {
      const words = (text: string, { host }: { host: string }) =>
        text.replace(host, "").length;
      assert(
        words(noticeText(t, kind, short), short) >=
          words(noticeText(t, kind, long), long),
      );
      assertMatch(noticeText(t, kind, short), /Aikagi/);
    }
  });
}

Deno.test("noticeText() spells the code in a call, twice", () => {
  const spoken = noticeText(translator("en"), "changed", {
    host: "key.example",
    stop: STOP,
    channel: "voice",
  });
  const spelt =
    "seven … K as in Kilo … three … M as in Mike … nine … Q as in Quebec … X as in X-ray … A as in Alfa";
  assertEquals(spoken.split(spelt).length, 3);
  assert(spoken.includes("key.example, slash, stop"));
  assert(!spoken.includes(STOP));
});

Deno.test("noticeText() has a word for every letter of a code", () => {
  const letters = "ABCDEFGHJKMNPQRSTVWXYZ";
  for (const letter of letters) {
    const spoken = noticeText(translator("en"), "changed", {
      host: "key.example",
      stop: letter.repeat(8),
      channel: "voice",
    });
    assertMatch(spoken, new RegExp(`${letter} as in ${letter}[A-Za-z-]+`));
  }
});

Deno.test("tellPerson() gives one code to all notices of a change, and stages it with them", async () => {
  using world = await openWorld();
  const notice = {
    what: "changed",
    account: ACCOUNT,
    policy: DEFAULT_POLICY,
    except: [],
  } as const;
  const notices = tellPerson(world, ann(world), notice);
  assertEquals(world.sent, []);
  notices.sendAfter(await commit(world.kv, notices.changes));
  await world.settle();
  assertEquals(world.sent.map(({ channel }) => channel).toSorted(), [
    "email",
    "sms",
    "voice",
  ]);
  const codes = world.sent
    .filter(({ channel }) => channel !== "voice")
    .map(readStop);
  assertEquals(new Set(codes).size, 1);
  const [code = ""] = codes;
  const ref = stopRef(world.keyring.digest("stop", code));
  const [stop] = await read(world.kv, [ref] as const);
  assertEquals(stop.value, {
    account: ACCOUNT,
    changedAt: NOON,
    until: NOON + STOP_LIFE,
  });
});

Deno.test("tellPerson() makes a code of its own for each change", () => {
  return (async () => {
    using world = await openWorld();
    const notice = {
      what: "removed",
      account: ACCOUNT,
      policy: DEFAULT_POLICY,
      except: [],
    } as const;
    for (let i = 0; i < 20; i++) {
      const notices = tellPerson(world, ann(world), notice);
      notices.sendAfter(await commit(world.kv, notices.changes));
    }
    await world.settle();
    const mails = world.sent.filter(({ channel }) => channel === "email");
    assertEquals(new Set(mails.map(readStop)).size, 20);
  })();
});

Deno.test("stageNotices() stages no code where nobody is told, or where it was just used", async () => {
  using world = await openWorld();
  const person = ann(world);
  const all = [...person.phones, person.email].map(({ index }) => index);
  const kept = (what: NoticeKind, except: readonly string[]) =>
    stageNotices(world, person, {
      what,
      account: ACCOUNT,
      policy: DEFAULT_POLICY,
      except,
    }).changes
      .filter(({ entry }) => entry.ref.key[0] === "stops").length;
  assertEquals(kept("changed", all), 0);
  assertEquals(kept("frozen", []), 0);
  assertEquals(kept("changed", []), 1);
  assertEquals(kept("lifted", []), 1);
});

Deno.test("stageNotices() leaves out the addresses that need not be told", async () => {
  using world = await openWorld();
  const person = ann(world);
  const [first] = person.phones;
  const { drafts } = stageNotices(world, person, {
    what: "changed",
    account: ACCOUNT,
    policy: DEFAULT_POLICY,
    except: [first?.index ?? ""],
  });
  assertEquals(drafts.map(({ to }) => to), [
    "+818012345678",
    "ann@example.com",
  ]);
});

for (const tag of TAGS) {
  Deno.test(`tellPerson() names in ${tag} whom the organisation has for help, and leads nowhere`, async () => {
    for (const kind of [...WITH_STOP, "frozen"] as const) {
      using world = await openWorld();
      const email = emailOf(world, "ann@example.com", NOON);
      const person = { ...NEWCOMER, email: { ...email, locale: tag } };
      const notices = tellPerson(world, person, {
        what: kind,
        account: ACCOUNT,
        policy: { contact: "https://help.example.org/password" },
        except: [],
      });
      notices.sendAfter(await commit(world.kv, notices.changes));
      await world.settle();
      const [mail] = world.sent;
      const html = mail?.html ?? "";
      for (const said of [mail?.text ?? "", html]) {
        assert(said.includes("help.example.org/password"), said);
        assert(!said.includes("https:"), said);
      }
    }
  });

  Deno.test(`noticeText() in ${tag} names it where there is room, in one segment`, () => {
    const t = translator(tag);
    const texts = (contact: string) =>
      WITH_STOP.map((kind) =>
        noticeText(t, kind, { host: "a.jp", stop: STOP, contact })
      );
    const unnamed = texts("");
    for (const contact of ["it.jp", "it@a.example", "h".repeat(150)]) {
      const named = unnamed.map((text) =>
        `${text}\n${t("text.contact", { contact })}`
      );
      const expected = named.map((text, i) =>
        segments(text).segments === 1 ? text : unnamed[i]
      );
      assertEquals(texts(contact), expected, contact);
    }
    assert(unnamed.every((text) => segments(text).segments === 1));
    assert(texts("it.jp").some((text) => text.includes("it.jp")));
    assertEquals(texts("h".repeat(150)), unnamed);
  });
}
