/**
 * The group of settings that describes an HTTP gateway for texts or calls.
 *
 * @module
 */
import * as z from "zod/mini";
import {
  type Env,
  given,
  readAddress,
  reading,
  take,
  whole,
} from "@/lib/config/setting.ts";
import {
  gatewayFault,
  type GatewayOptions,
} from "@/lib/delivery/http_gateway.ts";

/** How a group is read. */
export interface GatewayGroup {
  /** What its settings begin with, such as `SMS_GATEWAY_`. */
  readonly prefix: string;
  /** Whether the server cannot do without it. */
  readonly needed: boolean;
  /** Takes each problem. */
  readonly problems: string[];
}

const ADDRESS =
  "must be the https address of the gateway, without a user name: that belongs into the headers";

const TRANSPORT = z.object({
  URL: z.transform(reading(readAddress, ADDRESS)),
  HEADERS: z._default(
    z.transform(reading(
      readHeaders,
      'must be a JSON object of texts, such as {"authorization":"Bearer …"}',
    )),
    {},
  ),
  SUCCESS_STATUS: z._default(
    z.transform(reading(
      readStatuses,
      "must be statuses from 200 to 299 with commas between, such as 200,202",
    )),
    [],
  ),
  SUCCESS_CONTAINS: z.optional(z.string()),
  TIMEOUT: z._default(z.transform(whole(1_000, 30_000)), 10_000),
});

const TEMPLATE = z.object({
  METHOD: z._default(
    z.enum(["POST", "PUT", "GET"], "must be POST, PUT or GET"),
    "POST",
  ),
  CONTENT: z.optional(z.enum(["json", "form"], "must be json or form")),
  BODY: z.optional(z.string()),
});

type Template = z.output<typeof TEMPLATE>;

const toTemplate = z.transform((read: Template, { issues }) => {
  const { METHOD: method, CONTENT, BODY } = read;
  const content = CONTENT ?? (method === "GET" ? "form" : "json");
  const template = { method, content, body: BODY ?? BODIES[content] };
  const path = method === "GET" && content === "json" ? "CONTENT" : "BODY";
  const fault = gatewayFault(template);
  if (fault !== null) {
    const message = `cannot be used: ${fault}`;
    issues.push({ code: "custom", path: [path], message, input: BODY });
  }
  return template;
});

const FITTING = z.pipe(TEMPLATE, toTemplate);

/** What a gateway gets where no template is set. */
const BODIES = {
  json: '{"to":"{to}","text":"{text}"}',
  form: "to={to}&text={text}",
} as const;

/** The names of a group's settings, without its prefix. */
export const GATEWAY_SETTINGS: readonly string[] = Object.keys({
  ...TRANSPORT.shape,
  ...TEMPLATE.shape,
});

/** Reads one group; `null` where none of it is set, or something is wrong. */
export function readGateway(
  env: Env,
  { prefix, needed, problems }: GatewayGroup,
): GatewayOptions | null {
  const group = given(env, prefix);
  const names = Object.keys(group);
  if (names.length === 0 && !needed) return null;
  for (const name of names.filter((each) => !GATEWAY_SETTINGS.includes(each))) {
    problems.push(
      `${prefix}${name} is not a setting: correct its name or remove it`,
    );
  }
  const transport = take(TRANSPORT, group, { prefix, problems });
  const template = take(FITTING, group, { prefix, problems });
  if (transport === null || template === null) return null;
  return {
    ...template,
    url: transport.URL,
    headers: transport.HEADERS,
    success: {
      status: transport.SUCCESS_STATUS,
      contains: transport.SUCCESS_CONTAINS ?? null,
    },
    timeout: transport.TIMEOUT,
  };
}

/** `Headers` refuses names and values that HTTP cannot carry. */
function readHeaders(text: string): Record<string, string> | null {
  try {
    const headers = z.record(z.string(), z.string()).parse(JSON.parse(text));
    return Object.fromEntries(new Headers(headers));
  } catch {
    return null;
  }
}

function readStatuses(text: string): number[] | null {
  return /^2\d\d(\s*,\s*2\d\d)*$/.test(text)
    ? text.split(",").map(Number)
    : null;
}
