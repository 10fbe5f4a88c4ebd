import { assertEquals, assertMatch } from "@std/assert";
import { readGateway } from "@/lib/config/gateway.ts";
import type { GatewayOptions } from "@/lib/delivery/http_gateway.ts";

const prefix = "SMS_GATEWAY_";
const URL_SET = { URL: "https://sms.example.org/messages" };

/** Reads a group whose names are given without the prefix. */
function read(group: Record<string, string>, needed = false) {
  const env = Object.fromEntries(
    Object.entries(group).map(([name, value]) => [prefix + name, value]),
  );
  const problems: string[] = [];
  return { options: readGateway(env, { prefix, needed, problems }), problems };
}

const defaults: GatewayOptions = {
  url: new URL(URL_SET.URL),
  method: "POST",
  headers: {},
  content: "json",
  body: '{"to":"{to}","text":"{text}"}',
  success: { status: [], contains: null },
  timeout: 10_000,
};
const form = { content: "form", body: "to={to}&text={text}" } as const;

const TAKEN: [group: Record<string, string>, want: Partial<GatewayOptions>][] =
  [
    [{}, {}],
    [{ METHOD: "PUT" }, { method: "PUT" }],
    [{ METHOD: "GET" }, { method: "GET", ...form }],
    [{ CONTENT: "form" }, form],
    [{ URL: "http://localhost:8080/sms" }, {
      url: new URL("http://localhost:8080/sms"),
    }],
    [{ URL: "http://[::1]:8080/" }, { url: new URL("http://[::1]:8080/") }],
    [{ URL: "https://sms.example.org/?key=k" }, {
      url: new URL("https://sms.example.org/?key=k"),
    }],
    [{ HEADERS: '{"Authorization":"Bearer t","x-a":"1"}' }, {
      headers: { authorization: "Bearer t", "x-a": "1" },
    }],
    [{ BODY: '{"m":[{"d":"{digits}","t":"{text}"}]}' }, {
      body: '{"m":[{"d":"{digits}","t":"{text}"}]}',
    }],
    [{ SUCCESS_STATUS: "200" }, { success: { status: [200], contains: null } }],
    [{ SUCCESS_STATUS: "200, 202", SUCCESS_CONTAINS: '"ok":true' }, {
      success: { status: [200, 202], contains: '"ok":true' },
    }],
    [{ TIMEOUT: "1000" }, { timeout: 1_000 }],
    [{ TIMEOUT: "30000" }, { timeout: 30_000 }],
    [{ METHOD: "", BODY: " " }, {}],
  ];

for (const [group, want] of TAKEN) {
  Deno.test(`readGateway() takes ${JSON.stringify(group)}`, () => {
    const { options, problems } = read({ ...URL_SET, ...group });
    assertEquals(problems, []);
    assertEquals(options, { ...defaults, ...want });
  });
}

const REFUSED: [group: Record<string, string>, why: RegExp][] = [
  [
    { URL: "", METHOD: "PUT" },
    /^SMS_GATEWAY_URL is missing: it must be the https address/,
  ],
  [{ URL: "sms.example.org" }, /^SMS_GATEWAY_URL must be the https address/],
  [{ URL: "http://sms.example.org" }, /_URL must be the https address/],
  [{ URL: "http://127.0.0.1.example.org" }, /_URL must be the https address/],
  [{ URL: "ftp://localhost" }, /_URL must be the https address/],
  [{ URL: "https://me:pw@sms.example.org" }, /belongs into the headers$/],
  [{ METHOD: "post" }, /^SMS_GATEWAY_METHOD must be POST, PUT or GET$/],
  [{ CONTENT: "xml" }, /^SMS_GATEWAY_CONTENT must be json or form$/],
  [{ METHOD: "GET", CONTENT: "json" }, /^SMS_GATEWAY_CONTENT cannot be used/],
  [{ BODY: '{"to":"{to}"}' }, /^SMS_GATEWAY_BODY cannot be used: .*\{text\}/],
  [{ BODY: '{"text":"{text}"}' }, /_BODY cannot be used: .*\{to\}/],
  [{ BODY: "{to} {text}" }, /_BODY cannot be used: not JSON/],
  [{ BODY: '"{to} {text} {fax}"' }, /_BODY cannot be used: \{fax\}/],
  [{ HEADERS: "authorization: x" }, /_HEADERS must be a JSON object/],
  [{ HEADERS: '["x"]' }, /_HEADERS must be a JSON object/],
  [{ HEADERS: '{"x":1}' }, /_HEADERS must be a JSON object/],
  [{ HEADERS: '{"x y":"1"}' }, /_HEADERS must be a JSON object/],
  [{ HEADERS: '{"x":"a\\r\\nb: c"}' }, /_HEADERS must be a JSON object/],
  [{ SUCCESS_STATUS: "2xx" }, /_SUCCESS_STATUS must be statuses/],
  [{ SUCCESS_STATUS: "200,500" }, /_SUCCESS_STATUS must be statuses/],
  [{ SUCCESS_STATUS: "200," }, /_SUCCESS_STATUS must be statuses/],
  [{ TIMEOUT: "999" }, /_TIMEOUT must be a whole number from 1000 to 30000$/],
  [{ TIMEOUT: "30001" }, /_TIMEOUT must be a whole number/],
  [{ TIMEOUT: "10s" }, /_TIMEOUT must be a whole number/],
];

for (const [group, why] of REFUSED) {
  Deno.test(`readGateway() refuses ${JSON.stringify(group)}`, () => {
    const { options, problems } = read({ BODY: "", ...URL_SET, ...group });
    assertEquals(problems.length, 1);
    assertMatch(problems[0] ?? "", why);
    assertEquals(options, null);
  });
}

Deno.test("readGateway() is null where nothing of the group is set", () => {
  assertEquals(read({}), { options: null, problems: [] });
  assertEquals(read({ URL: "", BODY: "  " }), { options: null, problems: [] });
});

Deno.test("readGateway() asks for the address where the group is needed", () => {
  assertMatch(read({}, true).problems.join(), /^SMS_GATEWAY_URL is missing/);
});

Deno.test("readGateway() names every wrong setting, whichever others are wrong", () => {
  const { problems } = read({
    URL: "sms.example.org",
    METHOD: "post",
    CONTENT: "xml",
    BODY: "{to} {fax}",
    TIMEOUT: "10s",
  });
  const named = problems.map((each) =>
    /^SMS_GATEWAY_([A-Z]+) /.exec(each)?.[1]
  );
  assertEquals(named, ["URL", "TIMEOUT", "METHOD", "CONTENT", "BODY"]);
});
