import { assert, assertEquals, assertThrows } from "@std/assert";
import type { Message, Receipt } from "@/lib/delivery/delivery.ts";
import {
  gatewayFault,
  type GatewayOptions,
  httpGateway,
} from "@/lib/delivery/http_gateway.ts";
import { answering, nobody, speaking } from "@/tests/support/gateway.ts";

const MESSAGE: Message = {
  id: "m-1",
  channel: "sms",
  to: "+819012345678",
  text: "070426 is your code",
  locale: "en",
};

const OK: Receipt = { ok: true };
const REFUSED: Receipt = { ok: false, why: "refused" };
const UNREACHABLE: Receipt = { ok: false, why: "unreachable" };
const UNKNOWN: Receipt = { ok: false, why: "unknown" };

const FORM = "to={to}&text={text}";

function options(over: Partial<GatewayOptions> & { url: URL }): GatewayOptions {
  return {
    method: "POST",
    headers: { authorization: "Bearer key" },
    content: "json",
    body: '{"from":"IT","to":"{to}","text":"{text}"}',
    success: { status: [], contains: null },
    timeout: 2000,
    ...over,
  };
}

function send(
  over: Partial<GatewayOptions> & { url: URL },
  message: Message = MESSAGE,
  signal: AbortSignal = new AbortController().signal,
): Promise<Receipt> {
  return httpGateway(["sms"], options(over)).send(message, signal);
}

const STATUSES: [status: number, receipt: Receipt][] = [
  [200, OK],
  [202, OK],
  [204, OK],
  [301, REFUSED],
  [303, REFUSED],
  [400, REFUSED],
  [401, REFUSED],
  [404, REFUSED],
  [422, REFUSED],
  [408, UNREACHABLE],
  [425, UNREACHABLE],
  [429, UNREACHABLE],
  [503, UNREACHABLE],
  [500, UNKNOWN],
  [502, UNKNOWN],
  [504, UNKNOWN],
];

for (const [status, receipt] of STATUSES) {
  Deno.test(`httpGateway() reads a ${status} as ${name(receipt)}`, async () => {
    await using gateway = answering(() => new Response(null, { status }));
    assertEquals(await send({ url: gateway.url }), receipt);
    assertEquals(gateway.got.length, 1);
  });
}

const RULES: [
  says: string,
  answer: [status: number, body: string],
  rule: GatewayOptions["success"],
  receipt: Receipt,
][] = [
  ["a status of the rule", [202, ""], rule([202]), OK],
  ["a redirect that the rule calls success", [303, ""], rule([303]), OK],
  ["another 2xx than the rule's", [200, ""], rule([202]), UNKNOWN],
  ["the words of the rule", [200, '{"ok":true}'], rule([], '"ok":true'), OK],
  ["a 200 with the wrong words", [200, "ERR"], rule([], "SENT"), REFUSED],
  ["a 200 without any words", [200, ""], rule([], "SENT"), REFUSED],
  ["the words under a 500", [500, "SENT"], rule([], "SENT"), UNKNOWN],
  ["words of several bytes", [200, "送信しました"], rule([], "送信"), OK],
];

function rule(
  status: number[],
  contains: string | null = null,
): GatewayOptions["success"] {
  return { status, contains };
}

for (const [says, [status, body], success, receipt] of RULES) {
  Deno.test(`httpGateway() reads ${says} as ${name(receipt)}`, async () => {
    await using gateway = answering(() =>
      new Response(body || null, { status })
    );
    assertEquals(await send({ url: gateway.url, success }), receipt);
  });
}

const BREAKS: [says: string, bytes: string | null, receipt: Receipt][] = [
  ["hangs up before it answers", "", UNKNOWN],
  ["hangs up within the headers", "HTTP/1.1 200 OK\r\ncontent-", UNKNOWN],
  ["speaks something else", "220 mail ESMTP\r\n", UNKNOWN],
  ["never answers", null, UNKNOWN],
];

for (const [says, bytes, receipt] of BREAKS) {
  Deno.test(`httpGateway() gives ${name(receipt)} where the gateway ${says}`, async () => {
    await using gateway = speaking(bytes);
    assertEquals(await send({ url: gateway.url, timeout: 100 }), receipt);
  });
}

const CUT = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nalmost SE";

Deno.test("httpGateway() gives unknown where the words may be in the part cut off", async () => {
  await using gateway = speaking(CUT);
  const success = rule([], "SENT");
  assertEquals(await send({ url: gateway.url, success }), UNKNOWN);
});

Deno.test("httpGateway() needs no body where the status is enough", async () => {
  await using gateway = speaking(CUT);
  assertEquals(await send({ url: gateway.url }), OK);
});

Deno.test("httpGateway() gives unknown for an answer that comes late", async () => {
  const late = Promise.withResolvers<Response>();
  await using gateway = answering(() => late.promise);
  assertEquals(await send({ url: gateway.url, timeout: 50 }), UNKNOWN);
  late.resolve(new Response("SENT"));
  assertEquals(gateway.got.length, 1);
});

Deno.test("httpGateway() gives unknown where the body comes late", async () => {
  const never = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array([65])),
  });
  await using gateway = answering(() => new Response(never));
  const success = rule([], "SENT");
  assertEquals(await send({ url: gateway.url, success, timeout: 50 }), UNKNOWN);
});

Deno.test("httpGateway() stops when it is told to", async () => {
  const late = Promise.withResolvers<Response>();
  await using gateway = answering(() => late.promise);
  const stop = new AbortController();
  const sending = send({ url: gateway.url }, MESSAGE, stop.signal);
  stop.abort();
  assertEquals(await sending, UNKNOWN);
  late.resolve(new Response());
});

Deno.test("httpGateway() gives unreachable where nobody listens, and where there is no such host", async () => {
  assertEquals(await send({ url: nobody() }), UNREACHABLE);
  const url = new URL("http://gateway.invalid/");
  assertEquals(await send({ url }), UNREACHABLE);
});

Deno.test("httpGateway() gives unreachable where there is no TLS", async () => {
  await using gateway = speaking("220 mail ESMTP\r\n");
  const url = new URL(gateway.url);
  url.protocol = "https:";
  assertEquals(await send({ url }), UNREACHABLE);
});

for (const status of [301, 302, 303, 307, 308]) {
  Deno.test(`httpGateway() does not follow a ${status}`, async () => {
    await using elsewhere = answering(() => new Response());
    const location = elsewhere.url.href;
    await using gateway = answering(() =>
      new Response(null, { status, headers: { location } })
    );
    assertEquals(await send({ url: gateway.url }), REFUSED);
    assertEquals(elsewhere.got, []);
  });
}

Deno.test("httpGateway() stops reading a huge answer", async () => {
  let chunks = 0;
  let cancelled = false;
  const huge = () =>
    new ReadableStream({
      pull(controller) {
        chunks++;
        controller.enqueue(new Uint8Array(16 * 1024).fill(65));
      },
      cancel: () => void (cancelled = true),
    });
  const success = rule([], "SENT");
  {
    await using gateway = answering(() => new Response(huge()));
    assertEquals(await send({ url: gateway.url, success }), UNKNOWN);
  }
  assert(cancelled);
  assert(chunks < 10_000);
});

const HOSTILE: [says: string, text: string][] = [
  ["quotes and backslashes", 'a"b\\"c\\u0022'],
  ["an end of the JSON", '","admin":true,"x":"'],
  ["lines and controls", "a\r\nb\tc\0d"],
  ["placeholders", "{to} {text} {id} {nothing}"],
  ["patterns of replacement", "$& $1 $$ $` $'"],
  ["a field of a form", "a&to=+10000000000&b=1;c=2#d"],
  ["percents and pluses", "100% %41 1+1=2"],
  ["many languages", "確認コード 🔑 مرحبا é ＠"],
];

for (const [says, text] of HOSTILE) {
  const message = { ...MESSAGE, text };

  Deno.test(`httpGateway() sends ${says} as they are, in JSON`, async () => {
    await using gateway = answering(() => new Response());
    await send({ url: gateway.url }, message);
    const [got] = gateway.got;
    const { to } = message;
    assertEquals(JSON.parse(got?.body ?? ""), { from: "IT", to, text });
  });

  for (const method of ["POST", "GET"] as const) {
    Deno.test(`httpGateway() sends ${says} as they are, in a form by ${method}`, async () => {
      await using gateway = answering(() => new Response());
      const form = { content: "form", body: FORM, method } as const;
      await send({ url: gateway.url, ...form }, message);
      const [got] = gateway.got;
      const sent = method === "GET" ? got?.path.split("?")[1] : got?.body;
      const fields = [...new URLSearchParams(sent)];
      assertEquals(fields, [["to", message.to], ["text", text]]);
    });
  }
}

Deno.test("httpGateway() sends the headers of the settings and a key against repeats", async () => {
  await using gateway = answering(() => new Response());
  const headers = { authorization: "Bearer key", "idempotency-key": "theirs" };
  await send({ url: gateway.url, headers });
  const [got] = gateway.got;
  assertEquals(got?.method, "POST");
  assertEquals(got?.headers.get("authorization"), "Bearer key");
  assertEquals(got?.headers.get("idempotency-key"), MESSAGE.id);
  assertEquals(got?.headers.get("content-type"), "application/json");
});

Deno.test("httpGateway() lets the settings name another content type", async () => {
  await using gateway = answering(() => new Response());
  const headers = { "Content-Type": "application/vnd.sms+json" };
  await send({ url: gateway.url, method: "PUT", headers });
  const [got] = gateway.got;
  assertEquals(got?.method, "PUT");
  assertEquals(got?.headers.get("content-type"), "application/vnd.sms+json");
});

Deno.test("httpGateway() adds the form of a GET to the query that is there", async () => {
  await using gateway = answering(() => new Response());
  const url = new URL("?user=it", gateway.url);
  await send({ url, method: "GET", content: "form", body: FORM });
  const [got] = gateway.got;
  assertEquals(
    got?.path,
    "/send?user=it&to=%2B819012345678&text=070426+is+your+code",
  );
  assertEquals([got?.body, got?.headers.get("content-type")], ["", null]);
});

Deno.test("httpGateway() fills every placeholder, deep in JSON too", async () => {
  await using gateway = answering(() => new Response());
  const body = JSON.stringify({
    messages: [{ to: ["{digits}"], text: "{text}", n: 1, off: null }],
    ref: "{id}/{locale}/{coding}",
  });
  await send({ url: gateway.url, body }, { ...MESSAGE, text: "確認" });
  const [got] = gateway.got;
  assertEquals(JSON.parse(got?.body ?? ""), {
    messages: [{ to: ["819012345678"], text: "確認", n: 1, off: null }],
    ref: "m-1/en/2",
  });
});

const FAULTS: [Pick<GatewayOptions, "method" | "content" | "body">, RegExp][] =
  [
    [
      { method: "POST", content: "json", body: '{"to":{to},"t":"{text}"}' },
      /^not JSON/,
    ],
    [
      { method: "POST", content: "json", body: "" },
      /^\{to\} or \{digits\} is missing$/,
    ],
    [
      { method: "POST", content: "form", body: "to={to}" },
      /^\{text\} is missing$/,
    ],
    [
      { method: "POST", content: "form", body: FORM + "&x={txt}" },
      /^\{txt\} is none of \{to\}/,
    ],
    [
      { method: "GET", content: "json", body: '"{to}{text}"' },
      /^GET takes a form$/,
    ],
  ];

for (const [fault, why] of FAULTS) {
  Deno.test(`gatewayFault() finds ${why}, httpGateway() refuses it`, () => {
    assert(why.test(gatewayFault(fault) ?? ""));
    const url = new URL("http://127.0.0.1/");
    assertThrows(
      () => httpGateway(["sms"], options({ url, ...fault })),
      TypeError,
    );
  });
}

Deno.test("gatewayFault() finds nothing wrong with a good template", () => {
  const url = new URL("http://127.0.0.1/");
  assertEquals(gatewayFault(options({ url })), null);
});

function name(receipt: Receipt): string {
  return receipt.ok ? "ok" : receipt.why;
}
