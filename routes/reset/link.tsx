import { page } from "fresh";
import { MailLink } from "@/components/MailLink.tsx";
import { Outcome } from "@/components/Outcome.tsx";
import { inGroups } from "@/lib/domain/support_code.ts";
import {
  isHere,
  linkedReset,
  redeemLink,
} from "@/lib/flows/reset/mail_link.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmptyForm } from "@/lib/web/forms.ts";
import {
  readLinkCookie,
  tokenOf,
  withLinkCookie,
} from "@/lib/web/link_cookie.ts";
import { noteOutcome } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { setResetCookie } from "@/lib/web/reset_cookie.ts";
import { nextPage, noted } from "@/lib/web/reset_steps.ts";
import { define, type State } from "@/lib/web/state.ts";

type Data =
  /** The button, and the support code to compare. */
  | { kind: "ask"; compare: string | null }
  | { kind: "link" | "tries" };

export const handler = define.handlers({
  /** Changes nothing: mail scanners open links. */
  async GET({ req, url, state }) {
    const { deps, site, reset } = state;
    const opened = tokenOf(url);
    if (opened !== null) {
      return withLinkCookie(redirect("/reset/link"), opened, site);
    }
    const token = readLinkCookie(req.headers, site);
    const linked = token && await linkedReset(deps, token);
    if (!linked) return dead(state);
    const { support } = linked.session;
    const compare = isHere(linked, reset) ? null : inGroups(support);
    return page<Data>({ kind: "ask", compare });
  },

  async POST(ctx) {
    await readForm(ctx, EmptyForm, { anyReset: true });
    const { req, state } = ctx;
    const { deps, site, block, reset } = state;
    const token = readLinkCookie(req.headers, site);
    if (token === null) return dead(state);
    const answer = await redeemLink(deps, token, { here: reset, block });
    switch (answer.kind) {
      case "here":
      case "elsewhere": {
        const { cookie, visit } = answer;
        const next = redirect(nextPage(deps, noted(visit, "email")));
        const moved = setResetCookie(next, cookie, site);
        return withLinkCookie(moved, "", site);
      }
      case "tries":
        noteOutcome(state, "tries");
        return page<Data>({ kind: "tries" }, { status: 429 });
      case "dead":
        return dead(state);
    }
  },
});

function dead(state: State) {
  noteOutcome(state, "link");
  return page<Data>({ kind: "link" }, { status: 410 });
}

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, deps, reset } = state;
  if (data.kind === "ask") {
    return <MailLink t={t} csrf={csrf} compare={data.compare} />;
  }
  return (
    <Outcome t={t} name={data.kind} proved={false}>
      {reset
        ? (
          <p>
            {t("reset.going")}{" "}
            <a class="inline-block py-2.5" href={nextPage(deps, reset)}>
              {t("reset.going.go")}
            </a>
          </p>
        )
        : undefined}
    </Outcome>
  );
});
