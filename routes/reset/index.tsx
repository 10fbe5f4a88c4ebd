import { page } from "fresh";
import { Challenge, Trap } from "@/components/Challenge.tsx";
import { Outcome } from "@/components/Outcome.tsx";
import { sayErrors } from "@/components/problems.ts";
import { ResetWho } from "@/components/ResetWho.tsx";
import { openReset } from "@/lib/flows/reset/open_reset.ts";
import type { Passed } from "@/lib/flows/reset/reset_budgets.ts";
import {
  passChallenge,
  showChallenge,
  type ShownChallenge,
} from "@/lib/web/challenge.ts";
import { readDevice } from "@/lib/web/device_cookie.ts";
import { readForm } from "@/lib/web/form.ts";
import { noteOutcome, outcomeWords } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { setResetCookie } from "@/lib/web/reset_cookie.ts";
import { WhoForm } from "@/lib/web/reset_forms.ts";
import { nextPage } from "@/lib/web/reset_steps.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  identifier: string;
  errors: Readonly<Record<string, string>>;
  /** What is to be done before the name is looked at. */
  challenge: ShownChallenge | null;
  /** What is said to whoever comes from a page of a reset that is over. */
  over: string | null;
  /** Whether nobody can reset a password here. */
  off: boolean;
}

const EMPTY: Data = {
  identifier: "",
  errors: {},
  challenge: null,
  over: null,
  off: false,
};

export const handler = define.handlers({
  /** Whoever comes from a page that was not theirs any more is led to the one that is. */
  GET({ url, state }) {
    const { deps, reset, finished, t } = state;
    if (!url.searchParams.has("over")) return page(EMPTY);
    if (finished !== null) return redirect("/reset/done");
    if (reset !== null) return redirect(nextPage(deps, reset));
    const over = outcomeWords(state, "over", t("reset.over"));
    return page<Data>({ ...EMPTY, over });
  },

  async POST(ctx) {
    const form = await readForm(ctx, WhoForm, { anyReset: true });
    if (!form.ok) {
      const { t } = ctx.state;
      const { identifier = "" } = form.typed;
      const { identifier: fault = "form.invalid" } = form.errors;
      const errors = sayErrors(t, { identifier: fault });
      return page<Data>({ ...EMPTY, identifier, errors }, { status: 422 });
    }
    const { identifier } = form.value;
    const passage = await passChallenge(ctx.state, form.value);
    return passage.kind === "show"
      ? showing(passage.challenge)
      : await open(ctx, identifier, passage.passed);
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, deps, reset } = state;
  const { challenge, off, ...typed } = data;
  if (off) return <Outcome t={t} name="off" proved={false} />;
  if (challenge !== null) {
    return <Challenge t={t} csrf={csrf} {...challenge} />;
  }
  return (
    <ResetWho
      {...typed}
      t={t}
      csrf={csrf}
      going={reset && nextPage(deps, reset)}
    >
      <Trap t={t} />
    </ResetWho>
  );
});

/** Opens a reset, or says why not. */
async function open(
  { req, state }: { req: Request; state: State },
  identifier: string,
  passed: Passed,
) {
  const { deps, block, t, site } = state;
  const device = readDevice(req.headers, site);
  const asked = { identifier, block, locale: t.tag, device, passed };
  const answer = await openReset(deps, asked);
  switch (answer.kind) {
    case "opened":
      return setResetCookie(redirect("/reset/prove"), answer.cookie, site);
    case "challenge":
      return showing(await showChallenge(state, { identifier }));
    case "off":
      noteOutcome(state, "off");
      return page<Data>({ ...EMPTY, off: true }, { status: 403 });
    case "limit": {
      const time = t.duration(answer.until - deps.now());
      const words = t("reset.limit", { time });
      const errors = { "": outcomeWords(state, "limit", words) };
      return page<Data>({ ...EMPTY, identifier, errors }, { status: 429 });
    }
  }
}

function showing(challenge: ShownChallenge) {
  return page<Data>({ ...EMPTY, challenge }, { status: challenge.status });
}
