/** The pages of the portal itself in every state. */
import type { VNode } from "preact";
import { GoBack } from "@/components/GoBack.tsx";
import { MethodList } from "@/components/MethodList.tsx";
import { Offer } from "@/components/Offer.tsx";
import { Practice } from "@/components/Practice.tsx";
import { Required } from "@/components/Required.tsx";
import { Review } from "@/components/Review.tsx";
import { Thanks } from "@/components/Thanks.tsx";
import { NEWCOMER, type Person, type Phone } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { standingOf } from "@/lib/domain/standing.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { adviceWords } from "@/lib/web/after_setup.ts";
import { checkWords } from "@/lib/web/recovery_words.ts";
import { phoneRows } from "@/lib/web/rows/phone_row.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
const KEYS = { keyring: { open: () => "+819012345634" } };
const BACK = "app.example.org";

const PHONE: Phone = {
  number: "sealed",
  index: "index",
  region: "JP",
  channel: "sms",
  locale: "en",
  confirmedAt: NOW,
};

const TWO: Policy = {
  ...DEFAULT_POLICY,
  methods: ["phone", "email", "recoveryCodes"],
  required: 2,
};

/** The pages of the portal itself in every state, by name. */
export function portalPages(
  t: Translate,
  csrf: string,
): Record<string, VNode> {
  const thanks = {
    t,
    what: t("thanks.phone", { number: "+81 •• •••• ••34" }),
    used: false,
    missing: 0,
    resetAddress: "https://key.example/reset",
    advice: null,
    back: null,
  };
  const one = { ...NEWCOMER, phones: [PHONE] };
  const advice = list(t, one, { ...TWO, required: 1 }).advice;
  const required = { t, csrf, required: 1 as const };
  const to = "+81 •• •••• ••34";
  const safer = [["/register/passkey", t("list.passkey")]] as const;
  const offer = { t, csrf, method: "phone", to, safer } as const;
  return {
    ...lists(t),
    "thanks": <Thanks {...thanks} />,
    "thanks again": <Thanks {...thanks} used />,
    "thanks for one of two": <Thanks {...thanks} missing={1} />,
    "thanks with advice": <Thanks {...thanks} advice={advice} back={BACK} />,
    "review": <Review t={t} csrf={csrf} rows={list(t, one).rows} />,
    "required": <Required {...required} left={{ times: 2, days: 1 }} />,
    "required at once": <Required {...required} left={null} />,
    "return": <GoBack t={t} host={BACK} skipped={false} />,
    "return skipped": <GoBack t={t} host={BACK} skipped />,
    ...practices(t),
    "offer": <Offer {...offer} channels={["sms", "voice"]} error={null} />,
    "offer refused": (
      <Offer {...offer} channels={["sms"]} error={t("phone.landline.only")} />
    ),
  };
}

function practices(t: Translate): Record<string, VNode> {
  const links = [["/register/practice/send", t("prove.send")]] as const;
  return {
    "practice": <Practice t={t} links={links} more={false} missing={[]} />,
    "practice more": <Practice t={t} links={links} more missing={[]} />,
    "practice none": (
      <Practice t={t} links={[]} more missing={[t("check.questions")]} />
    ),
  };
}

function lists(t: Translate): Record<string, VNode> {
  const one = { ...NEWCOMER, phones: [PHONE] };
  const frozen = { ...one, frozenAt: NOW };
  const practised = { ...one, practisedAt: NOW };
  const blocked = {
    ...one,
    failures: { phone: { wrong: 20, since: NOW, until: NOW + 1 } },
  };
  const both = {
    ...one,
    email: { address: "sealed", index: "i", locale: "en", confirmedAt: NOW },
  };
  const advised = { ...TWO, required: 1 } as const;
  return {
    "list": <MethodList {...list(t, NEWCOMER)} />,
    "list done": <MethodList {...list(t, one)} />,
    "list practised": <MethodList {...list(t, practised)} />,
    "list frozen": <MethodList {...list(t, frozen)} frozen />,
    "list blocked": <MethodList {...list(t, blocked)} />,
    "list with advice": <MethodList {...list(t, one, advised)} back={BACK} />,
    "list of two": <MethodList {...list(t, one, TWO)} />,
    "list of two that are one": <MethodList {...list(t, both, TWO)} />,
    "list of two phones": (
      <MethodList {...list(t, { ...one, phones: [PHONE, PHONE] })} />
    ),
    "list of none": <MethodList {...list(t, NEWCOMER)} rows={[]} />,
  };
}

/** The list of a person. */
function list(t: Translate, person: Person, policy = DEFAULT_POLICY) {
  const standing = standingOf(person, policy, NOW);
  return {
    t,
    rows: phoneRows(KEYS, { person }, t),
    required: policy.required,
    missing: standing.missing,
    check: checkWords(t, standing),
    practisedAt: person.practisedAt,
    advice: adviceWords(t, standing, { policy }),
    back: null,
  };
}
