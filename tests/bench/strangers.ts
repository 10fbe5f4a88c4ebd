/**
 * What a stranger learns from the time and the bytes of an answer about whether
 * there is such a name: the same requests for names that somebody has and that
 * nobody has, in turn.
 *
 * @module
 */
import { withPhones } from "@/tests/bench/lost_people.ts";
import { median } from "@/tests/bench/medians.ts";
import { alike, atMost, type Row } from "@/tests/bench/report.ts";
import { openSite, type Site } from "@/tests/bench/site.ts";
import { textOf, type Visitor } from "@/tests/support/visitor.ts";
import type { Answer, Asked } from "@/tests/support/wire.ts";

/** Names of each kind: two requests each make the 400 of each row. */
const NAMES = 200;
/** Of each kind before them, so that all is compiled and loaded. */
const WARM = 20;
/** Ten minutes pass in a second and a half: no budget for all together is used up. */
const CLOCK_SPEED = 400;

/** Which requests a name goes through. */
const REQUESTS = ["POST /reset", "GET of the page after it"] as const;

type Request = typeof REQUESTS[number];

/** What was seen of one name. */
type Seen = Readonly<Record<Request, { ms: number; text: string }>>;

/** Whose names. */
type Kind = "known" | "unknown";

/** The medians of both kinds, and how many answers give a name away. */
export async function strangerRows(): Promise<Row[]> {
  await using site = await openSite({
    accounts: WARM + NAMES,
    furnish: withPhones,
    observed: { clockSpeed: CLOCK_SPEED },
  });
  const seen: Record<Kind, Seen[]> = { known: [], unknown: [] };
  for (let i = 0; i < WARM + NAMES; i++) {
    const names = { known: site.registrant().userName, unknown: `nobody-${i}` };
    // Which comes first changes, so that being second tells nothing.
    const kinds: Kind[] = ["known", "unknown"];
    for (const kind of i % 2 === 0 ? kinds : kinds.reverse()) {
      const found = await look(site, names[kind]);
      if (i >= WARM) seen[kind].push(found);
    }
  }
  return REQUESTS.flatMap((request) => rowsOf(request, seen));
}

function rowsOf(
  request: Request,
  { known, unknown }: Record<Kind, Seen[]>,
): Row[] {
  const time = (all: Seen[]) => median(all.map((seen) => seen[request].ms));
  const texts = (all: Seen[]) => new Set(all.map((seen) => seen[request].text));
  const telling = texts(known).symmetricDifference(texts(unknown)).size;
  return [
    alike(`${request}, known and unknown`, [time(known), time(unknown)]),
    atMost({
      what: `${request}, answers that one kind alone has`,
      is: telling,
      must: 0,
      unit: "answers",
    }),
  ];
}

/** Asks for a reset of that name, and for the page that it leads to. */
async function look(site: Site, identifier: string): Promise<Seen> {
  using visitor = await site.visitor();
  await visitor.open("/reset");
  const { csrf } = visitor;
  const form = { csrf, identifier, challenge: "", answer: "", website: "" };
  const posted = await timed(visitor, { path: "/reset", form });
  await visitor.ask({ path: "/reset/prove" });
  const shown = await timed(visitor, { path: "/reset/prove/send" });
  return { "POST /reset": posted, "GET of the page after it": shown };
}

async function timed(visitor: Visitor, asked: Asked): Promise<Seen[Request]> {
  const start = performance.now();
  const answer = await visitor.ask(asked);
  const ms = performance.now() - start;
  return { ms, text: masked(answer) };
}

/** Without what is drawn for each answer; what is as long stays as long. */
function masked(answer: Answer): string {
  const hide = (text: string) => "x".repeat(text.length);
  const head = answer.head.replace(/^date: .*$/m, "date")
    .replace(/(?<=__Host-\w+=)[^;]+/g, hide);
  const html = textOf(answer)
    .replace(/(?<=name="csrf" value=")[^"]*/g, hide)
    .replace(/[0-9A-Z]{4}-[0-9A-Z]{4}(?=<)/g, hide)
    .replace(/(?<=ends in )\d\d/g, hide);
  return `${head}\n\n${html}`;
}
