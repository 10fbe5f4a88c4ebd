import type { ComponentChildren, JSX } from "preact";
import { IdentifierField } from "@/components/IdentifierField.tsx";
import { OutcomeCode } from "@/components/OutcomeCode.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** How a person is helped who cannot go on alone. */
export type HelpOffer =
  /** The organisation's own page. */
  | { kind: "page"; href: string }
  /** An address to write to. */
  | { kind: "mail"; address: string }
  /** A mail to the administrators; `typed` is the name as it was typed. */
  | { kind: "ask"; typed: string }
  | { kind: "nobody" }
  /** They were asked, under that support code; `null` where the page shows it anyway. */
  | { kind: "asked"; code: string | null };

/** Props of {@linkcode Help}. */
export interface HelpProps {
  t: Translate;
  csrf: string;
  offer: HelpOffer;
  /** The support code; `null` where nothing has begun. */
  support: string | null;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
  /** What else the form carries. */
  children?: ComponentChildren;
}

/** Where every dead end leads. */
export function Help(props: HelpProps): JSX.Element {
  const { t, offer, errors } = props;
  const asked = offer.kind === "asked";
  return (
    <Page
      t={t}
      title={t(asked ? "outcome.asked.title" : "reset.help")}
      problems={problemsOf(errors)}
    >
      <Offer {...props} />
      <p>
        <a class="inline-block py-2.5" href="/reset">{t("reset.title")}</a>
      </p>
      {asked && <OutcomeCode t={t} name="asked" />}
    </Page>
  );
}

function Offer({ t, offer, support, ...form }: HelpProps): JSX.Element {
  switch (offer.kind) {
    case "page":
      return (
        <>
          <p>{t("help.page")}</p>
          <p>
            <a class="inline-block py-2.5" href={offer.href} rel="noreferrer">
              {t("help.page.go", { host: new URL(offer.href).host })}
            </a>
          </p>
        </>
      );
    case "mail":
      return (
        <>
          <p>{t("help.mail")}</p>
          <p>
            <a class="inline-block py-2.5" href={mailto(t, offer, support)}>
              {t("help.mail.go", { address: offer.address })}
            </a>
          </p>
        </>
      );
    case "ask":
      return <Ask t={t} typed={offer.typed} {...form} />;
    case "nobody":
      return <p>{t("help.nobody")}</p>;
    case "asked":
      return (
        <>
          <p>{t("outcome.asked")}</p>
          <p>{t("outcome.next.nothing")}</p>
          {offer.code && <p>{t("reset.support", { code: offer.code })}</p>}
        </>
      );
  }
}

function Ask(
  { t, csrf, typed, errors, children }:
    & Pick<HelpProps, "t" | "csrf" | "errors" | "children">
    & { typed: string },
): JSX.Element {
  return (
    <>
      <p>{t("help.ask")}</p>
      <p>{t("help.never")}</p>
      <PostForm csrf={csrf}>
        <IdentifierField t={t} typed={typed} error={errors.identifier} />
        {children}
        <button type="submit">{t("help.submit")}</button>
      </PostForm>
    </>
  );
}

/** RFC 6068: the address and what follows are percent-encoded. */
function mailto(
  t: Translate,
  { address }: { address: string },
  support: string | null,
): string {
  const subject = support === null
    ? t("help.mail.subject")
    : t("help.mail.subject.code", { code: support });
  const to = encodeURIComponent(address).replace("%40", "@");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}`;
}
