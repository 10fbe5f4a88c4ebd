/**
 * The group of settings that describes an HTTP gateway for texts or calls.
 *
 * @module
 */
import { anyText, oneOf, readAddress, whole } from "@/lib/config/readings.ts";
import {
  type Env,
  given,
  or,
  reading,
  type Settings,
  take,
} from "@/lib/config/setting.ts";
import {
  gatewayFault,
  type GatewayOptions,
} from "@/lib/delivery/http_gateway.ts";
import { placeholderFault } from "@/lib/delivery/http_template.ts";

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

const TRANSPORT = {
  URL: reading(readAddress, ADDRESS),
  HEADERS: or(
    reading(
      readHeaders,
      'must be a JSON object of texts, such as {"authorization":"Bearer …"}',
    ),
    {},
  ),
  SUCCESS_STATUS: or(
    reading(
      readStatuses,
      "must be statuses from 200 to 299 with commas between, such as 200,202",
    ),
    [],
  ),
  SUCCESS_CONTAINS: or(anyText, null),
  TIMEOUT: or(whole(1_000, 30_000), 10_000),
};

const TEMPLATE = {
  METHOD: or(oneOf("POST", "PUT", "GET"), "POST"),
  CONTENT: or(oneOf("json", "form"), null),
  BODY: or(anyText, null),
};

/** What a gateway gets where no template is set. */
const BODIES = {
  json: '{"to":"{to}","text":"{text}"}',
  form: "to={to}&text={text}",
} as const;

/** The names of a group's settings, without its prefix. */
export const GATEWAY_SETTINGS: readonly string[] = Object.keys({
  ...TRANSPORT,
  ...TEMPLATE,
});

/** Reads one group; `null` where none of it is set, or something is wrong. */
export function readGateway(
  env: Env,
  { prefix, needed, problems }: GatewayGroup,
): GatewayOptions | null {
  const group = given(env, prefix);
  if (Object.keys(group).length === 0 && !needed) return null;
  const transport = take(TRANSPORT, group, { prefix, problems });
  const set = take(TEMPLATE, group, { prefix, problems });
  const template = set && toTemplate(set);
  const fault = template ? gatewayFault(template) : bodyFault(group.BODY);
  if (fault !== null) {
    const name = template ? faulty(template) : "BODY";
    problems.push(`${prefix}${name} cannot be used: ${fault}`);
  }
  if (transport === null || template === null || fault !== null) return null;
  return {
    ...template,
    url: transport.URL,
    headers: transport.HEADERS,
    success: {
      status: transport.SUCCESS_STATUS,
      contains: transport.SUCCESS_CONTAINS,
    },
    timeout: transport.TIMEOUT,
  };
}

function toTemplate(
  { METHOD: method, CONTENT, BODY }: Settings<typeof TEMPLATE>,
): Pick<GatewayOptions, "method" | "content" | "body"> {
  const content = CONTENT ?? (method === "GET" ? "form" : "json");
  return { method, content, body: BODY ?? BODIES[content] };
}

/** What is wrong with a body whatever it is written in, where that is not known. */
function bodyFault(body: string | undefined): string | null {
  return body === undefined ? null : placeholderFault(body);
}

/** The setting that a fault of the template is in. */
function faulty({ method, content }: ReturnType<typeof toTemplate>): string {
  return method === "GET" && content === "json" ? "CONTENT" : "BODY";
}

/** `Headers` refuses names and values that HTTP cannot carry. */
function readHeaders(text: string): Record<string, string> | null {
  try {
    const read: unknown = JSON.parse(text);
    return isTexts(read) ? Object.fromEntries(new Headers(read)) : null;
  } catch {
    return null;
  }
}

function isTexts(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === "string");
}

function readStatuses(text: string): number[] | null {
  return /^2\d\d(\s*,\s*2\d\d)*$/.test(text)
    ? text.split(",").map(Number)
    : null;
}
