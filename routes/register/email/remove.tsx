import { page } from "fresh";
import { Confirm } from "@/components/Confirm.tsx";
import { isLastWay } from "@/lib/domain/last_way.ts";
import { mayRemove } from "@/lib/flows/may_change.ts";
import { removeEmail } from "@/lib/flows/remove_email.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { ChosenForm } from "@/lib/web/forms.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import { shownAddress } from "@/lib/web/shown_number.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ state: { deps, visit } }) {
    const { email } = visit.person;
    if (!isSignedIn(visit) || email === null) return redirect("/register");
    const refusal = mayRemove(visit);
    if (refusal !== null) return redirect(refused(refusal));
    const last = isLastWay(visit.person, { method: "email" }, visit);
    const { confirmedAt } = email;
    return page({ number: shownAddress(deps, email), confirmedAt, last });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ChosenForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit) || !form.ok) return redirect("/register");
    const { email } = visit.person;
    const same = email?.confirmedAt === form.value.confirmedAt;
    if (email === null || !same) return redirect("/register");
    return redirect(refused(await removeEmail(deps, visit, email.index)));
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) => (
  <Confirm
    t={t}
    csrf={csrf}
    title={t("remove.email.title")}
    what={t(data.last ? "remove.what" : "remove.more", { number: data.number })}
    submit={t("remove.submit")}
    keep={t("remove.keep")}
    confirmedAt={data.confirmedAt}
  />
));

function refused({ kind }: { kind: string }): Path {
  return kind === "stale" ? proofPage("email.remove") : "/register";
}
