import { page } from "fresh";
import { Help } from "@/components/Help.tsx";
import { askAdmins } from "@/lib/flows/reset/ask_admins.ts";
import { supported } from "@/lib/flows/reset/reset_log.ts";
import { readForm } from "@/lib/web/form.ts";
import { HelpForm, type HelpView, viewHelp } from "@/lib/web/help_page.ts";
import { noteOutcome, outcomeWords, supportCode } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

interface Data extends HelpView {
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  async GET({ state, url }) {
    return page<Data>({ ...await viewHelp(state, { url }), errors: {} });
  },

  async POST(ctx) {
    const { state, url } = ctx;
    const { deps, block, t } = state;
    const form = await readForm(ctx, HelpForm);
    const { identifier = "" } = form.ok ? form.value : form.typed;
    const show = async (errors: Data["errors"], status: number) => {
      const view = await viewHelp(state, { url, typed: identifier });
      return page<Data>({ ...view, errors }, { status });
    };
    if (!form.ok) {
      const fault = form.errors.identifier ?? "form.invalid";
      return await show({ identifier: t(fault) }, 422);
    }
    const support = supportCode(state);
    const asking = { identifier, support, block, locale: t.tag };
    const answer = await askAdmins(deps, asking);
    switch (answer.kind) {
      case "asked":
        noteOutcome({ deps: supported(deps, answer), block }, "asked");
        return redirect(`/reset/help?asked=${answer.support}`);
      case "limit": {
        const time = t.duration(answer.until - deps.now());
        const words = outcomeWords(state, "limit", t("help.limit", { time }));
        return await show({ "": words }, 429);
      }
      case "closed":
        return redirect("/reset/help");
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Help {...data} t={state.t} csrf={state.csrf} />
));
