import { page } from "fresh";
import { Challenge, Trap } from "@/components/Challenge.tsx";
import { Help } from "@/components/Help.tsx";
import { askAdmins } from "@/lib/flows/reset/ask_admins.ts";
import type { Passed } from "@/lib/flows/reset/reset_budgets.ts";
import { supported } from "@/lib/flows/reset/reset_log.ts";
import {
  passChallenge,
  showChallenge,
  type ShownChallenge,
  type Wanted,
} from "@/lib/web/challenge.ts";
import { readDevice } from "@/lib/web/device_cookie.ts";
import { readForm } from "@/lib/web/form.ts";
import { type HelpView, viewHelp } from "@/lib/web/help_page.ts";
import { noteOutcome, outcomeWords, supportCode } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { WhoForm } from "@/lib/web/reset_forms.ts";
import { define, type State } from "@/lib/web/state.ts";

type Data =
  | { challenge: ShownChallenge }
  | HelpView & { errors: Readonly<Record<string, string>> };

/** The name is asked for also while a reset is under way: it may not be its person's who cannot get to its end. */
export const handler = define.handlers({
  async GET({ state, url }) {
    return page<Data>({ ...await viewHelp(state, { url }), errors: {} });
  },

  async POST(ctx) {
    const { state } = ctx;
    const form = await readForm(ctx, WhoForm, { anyReset: true });
    if (!form.ok) {
      const { identifier: fault = "form.invalid" } = form.errors;
      const errors = { identifier: state.t(fault) };
      return await showing(ctx, form.typed.identifier, { errors, status: 422 });
    }
    const { identifier } = form.value;
    const wanted = { action: "help", identifier };
    const passage = await passChallenge(state, { ...form.value, ...wanted });
    return passage.kind === "show"
      ? challenging(passage.challenge)
      : await ask(ctx, wanted, passage.passed);
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) =>
  "challenge" in data
    ? <Challenge t={t} csrf={csrf} {...data.challenge} />
    : (
      <Help {...data} t={t} csrf={csrf}>
        <Trap t={t} />
      </Help>
    )
);

/** What the functions here take of a request. */
interface Asked {
  req: Request;
  url: URL;
  state: State;
}

/** Asks the administrators, or says why not. */
async function ask(ctx: Asked, wanted: Wanted, passed: Passed) {
  const { state, req } = ctx;
  const { deps, block, t, site } = state;
  const { identifier } = wanted;
  const support = supportCode(state);
  const device = readDevice(req.headers, site);
  const asking = { identifier, support, block, locale: t.tag, device, passed };
  const answer = await askAdmins(deps, asking);
  switch (answer.kind) {
    case "asked":
      noteOutcome({ deps: supported(deps, answer), block }, "asked");
      return redirect(`/reset/help?asked=${answer.support}`);
    case "challenge":
      return challenging(await showChallenge(state, wanted));
    case "limit": {
      const time = t.duration(answer.until - deps.now());
      const words = outcomeWords(state, "limit", t("help.limit", { time }));
      const errors = { "": words };
      return await showing(ctx, identifier, { errors, status: 429 });
    }
    case "closed":
      return redirect("/reset/help");
  }
}

async function showing(
  { state, url }: Asked,
  typed = "",
  { errors, status }: { errors: Record<string, string>; status: number },
) {
  const view = await viewHelp(state, { url, typed });
  return page<Data>({ ...view, errors }, { status });
}

function challenging(challenge: ShownChallenge) {
  return page<Data>({ challenge }, { status: challenge.status });
}
