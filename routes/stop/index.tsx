import { page } from "fresh";
import { Stop } from "@/components/Stop.tsx";
import { stopAccount } from "@/lib/flows/stop/stop_account.ts";
import { withDone } from "@/lib/web/done_cookie.ts";
import { readForm } from "@/lib/web/form.ts";
import { StopForm } from "@/lib/web/proof_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  /** Empty after it was judged: it may be somebody's. */
  code: string;
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  /** Changes nothing: mail scanners open pages. */
  GET: () => page<Data>({ code: "", errors: {} }),

  async POST(ctx) {
    const form = await readForm(ctx, StopForm);
    const { deps, block, site, t } = ctx.state;
    if (!form.ok) {
      const { code = "" } = form.typed;
      const errors = { code: t(form.errors.code ?? "form.invalid") };
      return page<Data>({ code, errors }, { status: 422 });
    }
    const answer = await stopAccount(deps, { ...form.value, block });
    switch (answer.kind) {
      case "stopped":
        return withDone(redirect("/stop/done"), "stop", site);
      case "unknown": {
        const errors = { code: t("stop.unknown") };
        return page<Data>({ code: "", errors }, { status: 422 });
      }
      case "limit": {
        const time = t.duration(answer.until - deps.now());
        const errors = { "": t("stop.limit", { time }) };
        return page<Data>({ code: "", errors }, { status: 429 });
      }
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Stop {...data} t={state.t} csrf={state.csrf} />
));
