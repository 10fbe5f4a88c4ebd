/** Text browsers as tests drive them, on a page made for it. */
import { assertStringIncludes } from "@std/assert";
import { Terminal } from "@/tests/e2e/support/terminal.ts";
import { testWith } from "@/tests/support/tools.ts";

const FORM =
  `<!doctype html><html lang="en"><title>Spare key</title><h1>合鍵 Spare key</h1>
  <form method="post"><label>Name <input name="name" size="20"></label><button>Send it</button></form>`;

async function serve(run: (url: string) => Promise<void>): Promise<void> {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const headers = {
        "content-type": "text/html; charset=utf-8",
        "set-cookie": "seen=yes",
      };
      const cookie = request.headers.get("cookie") ?? "no cookie";
      const body = request.method === "POST"
        ? `<p>${await request.text()} with ${cookie}`
        : FORM;
      return new Response(body, { headers });
    },
  );
  try {
    await run(`http://127.0.0.1:${server.addr.port}/`);
  } finally {
    await server.shutdown();
  }
}

testWith(
  ["tmux", "w3m"],
  "w3m fills in and sends a form, with its cookies",
  async () => {
    await serve(async (url) => {
      await using terminal = await Terminal.open(["w3m", "-cookie", url]);
      assertStringIncludes(await terminal.waitFor("Send it"), "合鍵");
      await terminal.press("Tab", "Enter");
      await terminal.waitFor("TEXT:");
      await terminal.type("Aiko");
      await terminal.press("Enter");
      await terminal.waitFor("[Aiko");
      await terminal.press("Tab", "Enter");
      await terminal.waitFor("name=Aiko with seen=yes");
    });
  },
);

testWith(
  ["tmux", "lynx"],
  "lynx fills in and sends a form, with its cookies",
  async () => {
    await serve(async (url) => {
      await using terminal = await Terminal.open([
        "lynx",
        "-accept_all_cookies",
        url,
      ]);
      assertStringIncludes(await terminal.waitFor("Send it"), "合鍵");
      await terminal.type("Aiko");
      await terminal.waitFor("Aiko");
      await terminal.press("Tab", "Enter");
      await terminal.waitFor("name=Aiko with seen=yes");
    });
  },
);
