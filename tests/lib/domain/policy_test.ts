import { assert, assertEquals, assertMatch } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import {
  DEFAULT_POLICY,
  mayRegister,
  type Policy,
} from "@/lib/domain/policy.ts";
import { readSetting } from "@/lib/domain/policy_setting.ts";

const grouped: Policy = {
  ...DEFAULT_POLICY,
  register: "groups",
  groups: ["Staff", "営業部"],
};

const MAY: [what: string, Policy, groups: string[], boolean][] = [
  ["everyone, without any group", DEFAULT_POLICY, [], true],
  ["somebody in a group of the policy", grouped, ["Other", "営業部"], true],
  ["nobody outside of its groups", grouped, ["Other"], false],
  ["nobody without a group", grouped, [], false],
  ["nobody by another case of a group's name", grouped, ["staff"], false],
  [
    "nobody where no group is named",
    { ...grouped, groups: [] },
    ["Staff"],
    false,
  ],
];

for (const [what, policy, groups, may] of MAY) {
  Deno.test(`mayRegister() lets in ${what}`, () => {
    assertEquals(mayRegister(policy, groups), may);
  });
}

const TAKEN: [key: keyof Policy, text: string, value: unknown][] = [
  ["register", "everyone", "everyone"],
  ["groups", "Staff", ["Staff"]],
  ["groups", " Staff , 営業部,,Staff ", ["Staff", "営業部"]],
  ["groups", "none", []],
  ["groups", "", []],
  ["methods", "phone", ["phone"]],
  ["methods", "phone,phone", ["phone"]],
  ["required", "1", 1],
  ["smsCountries", "all", "all"],
  ["smsCountries", "JP", ["JP"]],
  ["smsCountries", "jp, us,GB,XK", ["JP", "US", "GB", "XK"]],
  ["smsCountries", "none", []],
  ["voiceCountries", "AC,TA", ["AC", "TA"]],
  ["voiceCountries", "", []],
  ["limits", "aikagi", "aikagi"],
  ["limits", "entra", "entra"],
  ["limits", "azure-2016", "azure-2016"],
  ["passwordLength", "8", 8],
  ["passwordLength", " 15 ", 15],
  ["passwordLength", "64", 64],
  ["methods", "officePhone,phone", ["officePhone", "phone"]],
  ["requireRegistration", "yes", "yes"],
  ["skipsAllowed", "0", 0],
  ["skipsAllowed", "100", 100],
  ["skipDays", "365", 365],
  ["returnOrigins", "none", []],
  [
    "returnOrigins",
    "https://app.example.org, https://hr.example:8443/,https://APP.example.org",
    ["https://app.example.org", "https://hr.example:8443"],
  ],
  ["reviewDays", "0", 0],
  ["reviewDays", "730", 730],
  ["useDirectoryContacts", "confirmed", "confirmed"],
  ["methods", "email,phone", ["phone", "email"]],
  ["accountsPerNumber", "0", 0],
  ["accountsPerNumber", "1", 1],
  ["accountsPerNumber", "1000", 1000],
  ["ownDomains", "none", []],
  ["ownDomains", "Example.ORG, münchen.example,example.org", [
    "example.org",
    "xn--mnchen-3ya.example",
  ]],
];

for (const [key, text, value] of TAKEN) {
  Deno.test(`readSetting() takes ${key} = ${JSON.stringify(text)}`, () => {
    assertEquals(readSetting(DEFAULT_POLICY, key, text), {
      ok: true,
      policy: { ...DEFAULT_POLICY, [key]: value },
    });
  });
}

const none: Policy = { ...DEFAULT_POLICY, voiceCountries: [] };

const REFUSED: [key: string, text: string, why: RegExp, policy?: Policy][] = [
  ["register", "nobody", /everyone or groups/],
  ["register", "", /everyone or groups/],
  ["register", "groups", /set groups first/],
  ["groups", "none", /set groups first/, grouped],
  ["methods", "fax", /questions, officePhone, phone/],
  ["methods", "", /At least one method/],
  ["methods", "none", /At least one method/],
  ["required", "0", /1 or 2/],
  ["required", "3", /1 or 2/],
  ["required", "1.5", /1 or 2/],
  ["required", "2", /need 2 methods where the policy has 1/],
  ["required", "2", /count as one method/, {
    ...DEFAULT_POLICY,
    methods: ["phone", "email"],
  }],
  ["smsCountries", "JPN", /JPN is not a country/],
  ["smsCountries", "JP;US", /JP;US is not a country/],
  ["smsCountries", "JP,81", /81 is not a country/],
  ["smsCountries", "UK", /UK is not a country/],
  ["smsCountries", "JP,QQ", /QQ is not a country/],
  ["smsCountries", "none", /texts or calls/, none],
  ["voiceCountries", "constructor", /CONSTRUCTOR is not a country/],
  ["limits", "azure", /aikagi, entra, or azure-2016/],
  ["limits", "__proto__", /aikagi, entra, or azure-2016/],
  ["passwordLength", "7", /8 to 64/],
  ["passwordLength", "65", /8 to 64/],
  ["passwordLength", "015.0", /8 to 64/],
  ["passwordLength", "-15", /8 to 64/],
  ["passwordLength", "", /8 to 64/],
  ["requireRegistration", "true", /no or yes/],
  ["skipsAllowed", "101", /0 to 100/],
  ["skipsAllowed", "-1", /0 to 100/],
  ["skipDays", "366", /0 to 365/],
  ["accountsPerNumber", "1001", /0 to 1000\. 0 sets no cap/],
  ["accountsPerNumber", "-1", /0 to 1000/],
  ["accountsPerNumber", "none", /0 to 1000/],
  ["reviewDays", "731", /0 to 730/],
  ["reviewDays", "1e2", /0 to 730/],
  ["returnOrigins", "http://app.example.org", /https address/],
  ["returnOrigins", "https://app.example.org/home", /https address/],
  ["returnOrigins", "https://a@app.example.org", /https address/],
  ["returnOrigins", "https://*.example.org", /https address/],
  ["returnOrigins", "app.example.org", /https address/],
  ["returnOrigins", `https://${"a".repeat(300)}.example`, /https address/],
  ["useDirectoryContacts", "yes", /offer, confirmed, or no/],
  ["passwordlength", "15", /settings are register, groups, methods/],
  ["__proto__", "x", /no setting of that name/],
  ["toString", "x", /no setting of that name/],
  ["", "x", /no setting of that name/],
];

for (const [key, text, why, policy = DEFAULT_POLICY] of REFUSED) {
  Deno.test(`readSetting() refuses ${key} = ${JSON.stringify(text)}`, () => {
    const before = structuredClone(policy);
    const read = readSetting(policy, key, text);
    assert(!read.ok);
    assertMatch(read.why, why);
    assertEquals(policy, before);
  });
}

Deno.test("readSetting() names groups first, then asks for them", () => {
  const named = readSetting(DEFAULT_POLICY, "groups", "Staff");
  assert(named.ok);
  const asked = readSetting(named.policy, "register", "groups");
  assertEquals(asked, {
    ok: true,
    policy: { ...DEFAULT_POLICY, register: "groups", groups: ["Staff"] },
  });
});

Deno.test("readSetting() takes every preset that there is", () => {
  for (const preset of Object.keys(LIMITS)) {
    assert(readSetting(DEFAULT_POLICY, "limits", preset).ok);
  }
});

Deno.test("DEFAULT_POLICY agrees with itself: setting it to what it is changes nothing", () => {
  for (const [key, value] of Object.entries(DEFAULT_POLICY)) {
    assertEquals(readSetting(DEFAULT_POLICY, key, String(value)), {
      ok: true,
      policy: DEFAULT_POLICY,
    });
  }
});
