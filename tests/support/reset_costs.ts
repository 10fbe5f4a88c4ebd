/**
 * What a reset by text asks of the store, over HTTP and without a script, from
 * the page that asks who it is to the one that says it is done.
 *
 * @module
 */
import type { Delivery } from "@/lib/delivery/delivery.ts";
import type { Tag } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { countingKv, type KvCount } from "@/tests/support/counting_kv.ts";
import { NEW_PASSWORD, openResetSite } from "@/tests/support/reset.ts";
import { askForText, begin } from "@/tests/support/reset_walk.ts";
import { readCode } from "@/tests/support/world.ts";

/** The most that it may be, what is handed over included (issue 4: "Numbers"). */
export const MOST_OF_RESET: KvCount = { reads: 14, commits: 10 };

/** What it cost in all, and after each page that was shown. */
export interface ResetCost {
  all: KvCount;
  /** As `page: reads, commits`. */
  told: readonly string[];
}

/** Somebody with one phone resets their password in that language. */
export async function resetCost(tag: Tag): Promise<ResetCost> {
  const count: KvCount = { reads: 0, commits: 0 };
  using plain = await Deno.openKv(":memory:");
  const kv = countingKv(plain, count);
  const sent: { text: string }[] = [];
  const delivery: Delivery = {
    channels: ["sms", "voice", "email"],
    send(message) {
      sent.push(message);
      return Promise.resolve({ ok: true });
    },
  };
  using site = await openResetSite(["phone"], {}, { kv, delivery });
  Object.assign(count, { reads: 0, commits: 0 });
  const told: string[] = [];
  const t = translator(tag);
  const reader = await begin(site, undefined, tag);
  const tell = () => {
    const { url: { pathname } } = reader.page;
    told.push(`${pathname}: ${count.reads}, ${count.commits}`);
  };
  tell();
  await askForText(reader, tag);
  tell();
  await reader.press(t("code.submit"), { code: readCode(sent.at(-1)) });
  tell();
  await reader.press(t("reset.password.go"), { newPassword: NEW_PASSWORD });
  await site.settle();
  tell();
  if (reader.page.url.pathname !== "/reset/done") {
    throw new Error(`The reset ended elsewhere: ${told.join("; ")}`);
  }
  return { all: { ...count }, told };
}
