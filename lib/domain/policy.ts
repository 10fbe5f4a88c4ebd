/**
 * What the organisation has decided: who may register, how, and within which
 * limits. One record, edited by `deno task policy`.
 *
 * NIST SP 800-63B-4 §3.2.9 asks for a way beside the telephone. While the phone
 * is the only method that can be set up, a policy of it alone is accepted.
 *
 * @module
 */
import type { Preset } from "@/lib/domain/limits.ts";
import type { Method } from "@/lib/domain/method.ts";
import {
  DEFAULT_RESET,
  type ResetSettings,
} from "@/lib/domain/reset_settings.ts";
import {
  DEFAULT_QUESTIONS,
  type QuestionSettings,
} from "@/lib/domain/question_defaults.ts";

/** The policy in force. */
export interface Policy extends QuestionSettings, ResetSettings {
  /** Who may register: every account, or those in one of `groups`. */
  register: "everyone" | "groups";
  /** Names of groups, as the directory writes them. */
  groups: readonly string[];
  /** The methods that a person may set up. */
  methods: readonly Method[];
  /** How many of them a person needs. */
  required: 1 | 2;
  /** Regions (ISO 3166-1 alpha-2) whose numbers get texts. */
  smsCountries: "all" | readonly string[];
  /** Regions whose numbers get calls. */
  voiceCountries: "all" | readonly string[];
  /** The preset of limits. */
  limits: Preset;
  /** The fewest code points of a new password. */
  passwordLength: number;
  /** Whether people whom other applications send here must have registered. */
  requireRegistration: "no" | "yes";
  /** How often they may put it off. */
  skipsAllowed: number;
  /** For how many days from the first time they may. */
  skipDays: number;
  /** The https origins of the applications that people may be sent back to. */
  returnOrigins: readonly string[];
  /** After how many days a person is asked whether all is still right; 0: never. */
  reviewDays: number;
  /** What a number or address is that the directory has: an offer, as good as confirmed, or nothing. */
  useDirectoryContacts: "offer" | "confirmed" | "no";
  /** The organisation's domains of mail, in ASCII: an address there is no way back into an account. */
  ownDomains: readonly string[];
  /** How many accounts may have the same number; 0: as many as the store can hold, which is 1000. */
  accountsPerNumber: number;
}

/** The policy of a new installation. 15 code points: NIST SP 800-63B-4 §3.1.1.2. */
export const DEFAULT_POLICY: Policy = {
  register: "everyone",
  groups: [],
  methods: ["phone"],
  required: 1,
  smsCountries: "all",
  voiceCountries: "all",
  limits: "aikagi",
  passwordLength: 15,
  requireRegistration: "no",
  skipsAllowed: 3,
  skipDays: 14,
  returnOrigins: [],
  reviewDays: 180,
  useDirectoryContacts: "offer",
  ownDomains: [],
  accountsPerNumber: 5,
  ...DEFAULT_QUESTIONS,
  ...DEFAULT_RESET,
};

/** Whether a person in those groups may register. Names of groups compare exactly. */
export function mayRegister(
  policy: Policy,
  groups: readonly string[],
): boolean {
  return policy.register === "everyone" ||
    policy.groups.some((group) => groups.includes(group));
}
