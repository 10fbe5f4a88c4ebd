import { page } from "fresh";
import { Change } from "@/components/Change.tsx";
import { sayErrors } from "@/components/problems.ts";
import PasswordField from "@/islands/password/PasswordField.tsx";
import { changePassword } from "@/lib/flows/change_password.ts";
import { readPolicy } from "@/lib/flows/read_policy.ts";
import { readDevice } from "@/lib/web/device_cookie.ts";
import { withDone } from "@/lib/web/done_cookie.ts";
import { readForm } from "@/lib/web/form.ts";
import { codedErrors } from "@/lib/web/new_password.ts";
import { ChangeForm } from "@/lib/web/password_forms.ts";
import { noteOutcome, outcomeWords } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { withSession } from "@/lib/web/session_cookie.ts";
import { statedLines } from "@/lib/web/stated_lines.ts";
import { define, type State } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET({ state }) {
    const userName = state.visit.session?.userName ?? "";
    return page({ userName, rules: await rulesFor(state), errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ChangeForm);
    const { deps, visit, block, site, t } = ctx.state;
    const again = async (userName = "", errors: Record<string, string>) => {
      const rules = await rulesFor(ctx.state);
      return page({ userName, rules, errors }, { status: 422 });
    };
    if (!form.ok) {
      return await again(form.typed.userName, sayErrors(t, form.errors));
    }
    const { userName, password: old, newPassword } = form.value;
    const device = readDevice(ctx.req.headers, site);
    const request = { userName, old, new: newPassword, block, device };
    const answer = await changePassword(deps, visit, request);
    if (answer.kind === "wrong") {
      const words = outcomeWords(ctx.state, "refused", t("change.refused"));
      return await again(userName, { "": words });
    }
    if (answer.kind !== "changed") {
      const errors = codedErrors(ctx.state, answer, visit.now);
      return await again(userName, errors);
    }
    noteOutcome(ctx.state, "reset");
    const done = withDone(redirect("/change/done"), "change", site);
    return answer.cookie ? withSession(done, answer.cookie, site) : done;
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, visit: { session } } = state;
  return (
    <Change t={t} csrf={csrf} due={session?.due} {...data}>
      <PasswordField field="newPassword" label={t("newPassword.show")} />
    </Change>
  );
});

async function rulesFor(state: State): Promise<string[]> {
  const { session, policy } = state.visit;
  return session
    ? await statedLines(state, session.account, policy)
    : await statedLines(state, null, await readPolicy(state.deps));
}
