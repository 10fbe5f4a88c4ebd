/** Challenges, help, outcomes and the link of a mail, in every state. */
import type { VNode } from "preact";
import { Challenge } from "@/components/Challenge.tsx";
import { Help, type HelpOffer } from "@/components/Help.tsx";
import { MailLink } from "@/components/MailLink.tsx";
import { Outcome, WHOLE } from "@/components/Outcome.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

const SUPPORT = "7K3M9QXA";
/** As long as the real one. */
const TOKEN = `${"A".repeat(24)}.16.mjv6k5tc.mjv6x6hc.k1.${"B".repeat(43)}`;

/** The pages, by name. */
export function helpPages(t: Translate, csrf: string): Record<string, VNode> {
  return {
    ...challenges(t, csrf),
    ...helps(t, csrf),
    "link here": <MailLink t={t} csrf={csrf} compare={null} />,
    "link elsewhere": <MailLink t={t} csrf={csrf} compare="7K3M-9QXA" />,
    ...outcomes(t),
  };
}

function outcomes(t: Translate): Record<string, VNode> {
  const all: Record<string, VNode> = {};
  for (const name of WHOLE) {
    const shown = <Outcome t={t} name={name} proved />;
    all[`outcome ${name}`] = shown;
  }
  return all;
}

function challenges(t: Translate, csrf: string): Record<string, VNode> {
  const challenge = {
    t,
    csrf,
    fields: { identifier: "ann@example.com", challenge: TOKEN },
    work: { seed: "A".repeat(24), bits: 16 },
    wait: 10_000,
    note: null,
  };
  const limit = t("challenge.limit", { time: t.duration(3_600_000) });
  return {
    "challenge": <Challenge {...challenge} />,
    "challenge too soon": (
      <Challenge {...challenge} wait={4_000} note={t("challenge.early")} />
    ),
    "challenge limited": <Challenge {...challenge} note={limit} />,
  };
}

function helps(t: Translate, csrf: string): Record<string, VNode> {
  const help = { t, csrf, support: SUPPORT, errors: {} };
  const missing = { identifier: t("reset.who.missing") };
  const limit = { "": t("help.limit", { time: t.duration(3_600_000) }) };
  const ask: HelpOffer = { kind: "ask", typed: "" };
  const href = "https://help.example.org/passwords";
  return {
    "help page": <Help {...help} offer={{ kind: "page", href }} />,
    "help mail": (
      <Help {...help} offer={{ kind: "mail", address: "it@example.org" }} />
    ),
    "help ask": <Help {...help} offer={ask} />,
    "help ask wrong": <Help {...help} offer={ask} errors={missing} />,
    "help ask limited": <Help {...help} offer={ask} errors={limit} />,
    "help nobody": <Help {...help} offer={{ kind: "nobody" }} />,
    "help asked": (
      <Help {...help} offer={{ kind: "asked", code: "7K3M-9QXA" }} />
    ),
  };
}
