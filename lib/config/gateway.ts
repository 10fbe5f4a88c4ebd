/**
 * The group of settings that describes an HTTP gateway for texts or calls.
 *
 * @module
 */
import * as z from "zod";
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
  URL: z.string({ error: `is missing: it ${ADDRESS}` })
    .transform(reading(readAddress, ADDRESS)),
  HEADERS: z.string().transform(reading(
    readHeaders,
    'must be a JSON object of texts, such as {"authorization":"Bearer …"}',
  )).default({}),
  SUCCESS_STATUS: z.string().transform(reading(
    readStatuses,
    "must be statuses from 200 to 299 with commas between, such as 200,202",
  )).default([]),
  SUCCESS_CONTAINS: z.string().optional(),
  TIMEOUT: z.string().transform(whole(1_000, 30_000)).default(10_000),
});

const TEMPLATE = z.object({
  METHOD: z.enum(["POST", "PUT", "GET"], "must be POST, PUT or GET")
    .default("POST"),
  CONTENT: z.enum(["json", "form"], "must be json or form").optional(),
  BODY: z.string().optional(),
});

const FITTING = TEMPLATE.transform((read, context) => {
  const { METHOD: method, CONTENT, BODY } = read;
  const content = CONTENT ?? (method === "GET" ? "form" : "json");
  const template = { method, content, body: BODY ?? BODIES[content] };
  const path = method === "GET" && content === "json" ? "CONTENT" : "BODY";
  const fault = gatewayFault(template);
  if (fault !== null) {
    const message = `cannot be used: ${fault}`;
    context.addIssue({ code: "custom", path: [path], message });
  }
  return template;
});

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
