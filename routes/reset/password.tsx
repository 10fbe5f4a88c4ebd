import { page } from "fresh";
import { sayErrors } from "@/components/problems.ts";
import { ResetPassword } from "@/components/ResetPassword.tsx";
import PasswordField from "@/islands/password/PasswordField.tsx";
import { resetName } from "@/lib/flows/reset/reset_name.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { admitLast, finish, type Unfinished } from "@/lib/web/finish_page.ts";
import { readForm } from "@/lib/web/form.ts";
import { NewPasswordForm } from "@/lib/web/password_forms.ts";
import { statedLines } from "@/lib/web/stated_lines.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  userName: string;
  rules: readonly string[];
  errors: Unfinished["errors"];
}

export const handler = define.handlers({
  async GET({ state }) {
    const visit = admitLast(state, "password");
    if (visit instanceof Response) return visit;
    return page<Data>({ ...await shown(state, visit), errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, NewPasswordForm);
    const { state } = ctx;
    const visit = admitLast(state, "password");
    if (visit instanceof Response) return visit;
    const answer = form.ok
      ? await finish(state, visit, form.value.newPassword)
      : { errors: sayErrors(state.t, form.errors), status: 422 };
    if (answer instanceof Response) return answer;
    const { errors, status } = answer;
    const known = await shown(state, visit);
    return page<Data>({ ...known, errors }, { status });
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) => (
  <ResetPassword {...data} t={t} csrf={csrf}>
    <PasswordField field="newPassword" label={t("newPassword.show")} />
  </ResetPassword>
));

async function shown(
  state: State,
  visit: ResetVisit,
): Promise<Omit<Data, "errors">> {
  const userName = resetName(state.deps, visit.session);
  const { session, policy } = visit;
  const rules = await statedLines(state, session.account, policy);
  return { userName, rules };
}
