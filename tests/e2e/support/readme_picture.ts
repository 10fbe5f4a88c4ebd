/**
 * Writes `docs/phone.png`, the README's picture of the phone page. Run it after
 * the look of that page has changed:
 * `deno run -A tests/e2e/support/readme_picture.ts`
 *
 * @module
 */
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import { palettePng } from "@/tests/e2e/support/palette_png.ts";
import { NUMBER, Person } from "@/tests/e2e/support/person.ts";

const PICTURE = new URL("../../../docs/phone.png", import.meta.url).pathname;
/** In bytes: readers on slow links load it too. */
const HEAVIEST = 40_000;

await using live = await openLive();
await using browser = await openBrowser();
await using person = await Person.come(browser, live, { width: 640 });
const { page } = person;
await person.signIn();
await person.open("/register/phone");
await page.getByRole("searchbox").waitFor();
await page.selectOption("#country", "JP");
await page.fill("#number", NUMBER);
const picture = await palettePng(
  page,
  await page.screenshot({ fullPage: true }),
);
if (picture.length > HEAVIEST) throw new Error(`${picture.length} bytes`);
await Deno.writeFile(PICTURE, picture);
