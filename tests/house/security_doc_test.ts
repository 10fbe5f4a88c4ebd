/** The numbers of docs/security.md are those of the code. */
import { assert, assertEquals } from "@std/assert";
import { LIMITS, type Limits, type Window } from "@/lib/domain/limits.ts";
import { SESSION_LIMITS } from "@/lib/domain/session.ts";
import { text } from "@/tests/house/tree.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function time(ms: number): string {
  if (ms > DAY && ms % DAY === 0) return `${ms / DAY} days`;
  if (ms % HOUR === 0) return `${ms / HOUR} h`;
  return ms % MINUTE === 0 ? `${ms / MINUTE} min` : `${ms / 1_000} s`;
}

function budget(windows: readonly Window[]): string {
  return windows.map(({ max, within }) => `${max} in ${time(within)}`)
    .join(", ");
}

function wrong({ method }: Limits): string {
  return `${method.wrong} in ${time(method.within)}`;
}

/** What each row says of a preset, in the order of the rows. */
const ROWS: readonly ((limits: Limits) => string)[] = [
  ({ code }) => time(code.life),
  ({ code }) => `${code.tries}`,
  wrong,
  ({ method }) => time(method.wait),
  ({ method }) => method.by === "block" ? "by network" : "together",
  ({ method }) => `${method.row}`,
  ({ resend }) => time(resend.first),
  ({ resend }) => time(resend.longest),
  ({ send }) => budget(send.number),
  ({ send }) => budget(send.account),
  ({ send }) => budget(send.block),
  ({ send }) => budget(send.prefix),
  ({ send }) => budget(send.country),
  ({ send }) => budget(send.site),
  ({ newNumbers }) => budget([newNumbers]),
  ({ signIn }) => budget(signIn.pair),
  ({ signIn }) => budget(signIn.block),
  ({ signIn }) => budget(signIn.account),
  ({ signIn }) => budget(signIn.device),
  ({ stop }) => budget(stop.block),
  ({ stop }) => budget(stop.site),
  ({ reset }) => budget(reset.pair),
  ({ reset }) => budget(reset.account),
  ({ reset }) => budget(reset.block),
  ({ reset }) => budget(reset.site),
  ({ reset }) => budget(reset.numbers),
  ({ reset }) => budget(reset.allNumbers),
  ({ mails }) => budget(mails.pair),
  ({ mails }) => budget(mails.address),
  ({ identify }) => budget(identify.account),
  ({ identify }) => budget(identify.block),
  ({ identify }) => budget(identify.site),
  ({ identify }) => budget(identify.wrong),
  ({ help }) => budget(help.account),
  ({ help }) => budget(help.block),
  ({ help }) => budget(help.site),
  ({ freeHelp }) => budget(freeHelp.name),
  ({ freeHelp }) => budget(freeHelp.block),
  ({ freeHelp }) => budget(freeHelp.site),
  ({ challenge }) => budget(challenge.ticket.block),
  ({ challenge }) => budget(challenge.ticket.site),
  () => `${SESSION_LIMITS.idle / MINUTE} min`,
  () => `${SESSION_LIMITS.absolute / MINUTE} min`,
  () => `${SESSION_LIMITS.proof / MINUTE} min`,
];

/** The rows of the table under "## The limits", without its head. */
function tableOf(doc: string): string[][] {
  const section = doc.split("\n## ").find((part) =>
    part.startsWith("The limits")
  );
  const lines = (section ?? "").split("\n").filter((line) =>
    line.startsWith("|")
  );
  return lines.map((line) =>
    line.split("|").slice(1, -1).map((cell) => cell.trim())
  );
}

const [head = [], , ...rows] = tableOf(text("docs/security.md"));

Deno.test("docs/security.md has a column for each preset", () => {
  const presets = Object.keys(LIMITS).map((preset) => `\`${preset}\``);
  assertEquals(head, ["Limit", ...presets, "Why"]);
});

Deno.test("docs/security.md names each limit with its number in each preset", () => {
  const said = rows.map((row) => row.slice(1, -1));
  const held = ROWS.map((row) => Object.values(LIMITS).map(row));
  assertEquals(said, held);
});

Deno.test("docs/security.md gives a reason for each limit", () => {
  for (const row of rows) assert((row.at(-1) ?? "").length > 5, row[0]);
});

Deno.test("the rows leave no budget out", () => {
  const asked = new Set<string>();
  const watched = <Budgets extends object>(name: string, budgets: Budgets) =>
    new Proxy(budgets, {
      get(target, key) {
        asked.add(`${name}.${String(key)}`);
        return Reflect.get(target, key);
      },
    });
  const { send, signIn, stop, reset, identify, help, freeHelp, ...limits } =
    LIMITS.aikagi;
  for (const row of ROWS) {
    row({
      ...limits,
      send: watched("send", send),
      signIn: watched("signIn", signIn),
      stop: watched("stop", stop),
      reset: watched("reset", reset),
      identify: watched("identify", identify),
      help: watched("help", help),
      freeHelp: watched("freeHelp", freeHelp),
    });
  }
  const all = [
    ...Object.keys(send).map((name) => `send.${name}`),
    ...Object.keys(signIn).map((name) => `signIn.${name}`),
    ...Object.keys(stop).map((name) => `stop.${name}`),
    ...Object.keys(reset).map((name) => `reset.${name}`),
    ...Object.keys(identify).map((name) => `identify.${name}`),
    ...Object.keys(help).map((name) => `help.${name}`),
    ...Object.keys(freeHelp).map((name) => `freeHelp.${name}`),
  ];
  assertEquals([...asked].sort(), all.sort());
});
