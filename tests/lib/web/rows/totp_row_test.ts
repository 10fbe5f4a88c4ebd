import { assertEquals } from "@std/assert";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { totpRows } from "@/lib/web/rows/totp_row.ts";

const t = translator("en");

Deno.test("totpRows() offers an app to somebody without one", () => {
  assertEquals(totpRows(null, { person: NEWCOMER }, t), [{
    id: "totp",
    title: "Authenticator app",
    state: "Not set up yet",
    confirmedAt: null,
    strong: true,
    links: [["/register/app", "Set it up now"]],
  }]);
});

Deno.test("totpRows() lets an app be changed and removed, and says nothing of its seed", () => {
  const totp = { secret: "k1.sealed", step: 7, confirmedAt: 4711 };
  const rows = totpRows(null, { person: { ...NEWCOMER, totp } }, t);
  assertEquals(rows, [{
    id: "totp",
    title: "Authenticator app",
    state: "Set up",
    confirmedAt: 4711,
    strong: true,
    links: [
      ["/register/app", "Change"],
      ["/register/app/remove", "Remove"],
    ],
  }]);
});
