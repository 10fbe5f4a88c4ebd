/** What docs/operate.md says of policy, settings and commands is what the code has. */
import { assertEquals } from "@std/assert";
import { SETTINGS } from "@/lib/config.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { readSetting } from "@/lib/domain/policy_setting.ts";
import { text } from "@/tests/house/tree.ts";

const DOC = text("docs/operate.md");

/** The rows of the tables of a section, cell by cell, without their heads. */
function rowsOf(section: string): string[][] {
  const part = DOC.split("\n## ").find((each) => each.startsWith(section));
  const lines = (part ?? "").split("\n").filter((line) => /^\| `/.test(line));
  return lines.map((line) =>
    line.split("|").slice(1, -1).map((cell) => cell.trim())
  );
}

Deno.test("docs/operate.md names each key of the policy with what it is at first", () => {
  const keys = rowsOf("Policy").map(([key = ""]) => key.replaceAll("`", ""));
  assertEquals(keys, Object.keys(DEFAULT_POLICY));
  for (const [key = "", first = ""] of rowsOf("Policy")) {
    if (key === "`questions`") continue;
    const [name, value] = [key, first].map((cell) => cell.replaceAll("`", ""));
    const read = readSetting(DEFAULT_POLICY, name ?? "", value ?? "");
    assertEquals(read, { ok: true, policy: DEFAULT_POLICY }, key);
  }
});

Deno.test("docs/operate.md names each setting of the mail server", () => {
  const named = rowsOf("Mail").map(([key = ""]) => key.replaceAll("`", ""));
  assertEquals(named, SETTINGS.filter((name) => name.startsWith("SMTP_")));
});

Deno.test("docs/operate.md names only tasks that exist, and each command", () => {
  const { tasks } = JSON.parse(text("deno.json")) as {
    tasks: Record<string, { command: string }>;
  };
  const named = [...DOC.matchAll(/deno task ([a-z-]+)/g)]
    .map(([, name = ""]) => name);
  assertEquals(named.filter((name) => !(name in tasks)), []);
  const commands = Object.entries(tasks)
    .filter(([, { command }]) => /lib\/cli\/\w+\.ts$/.test(command))
    .map(([name]) => name);
  assertEquals(commands.filter((name) => !named.includes(name)), []);
});
