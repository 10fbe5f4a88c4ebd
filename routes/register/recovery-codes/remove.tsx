import { page } from "fresh";
import { Confirm } from "@/components/Confirm.tsx";
import { isLastWay } from "@/lib/domain/last_way.ts";
import { mayRemove } from "@/lib/flows/may_change.ts";
import { removeSecret } from "@/lib/flows/remove_secret.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { ChosenForm } from "@/lib/web/forms.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

const method = "recoveryCodes";

export const handler = define.handlers({
  GET({ state: { visit } }) {
    const codes = visit.person.recoveryCodes;
    if (!isSignedIn(visit) || codes === null) return redirect("/register");
    const refusal = mayRemove(visit);
    if (refusal !== null) return redirect(refused(refusal));
    const last = isLastWay(visit.person, { method }, visit);
    return page({ last, confirmedAt: codes.confirmedAt });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ChosenForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit) || !form.ok) return redirect("/register");
    const shown = form.value.confirmedAt;
    if (visit.person.recoveryCodes?.confirmedAt !== shown) {
      return redirect("/register");
    }
    return redirect(refused(await removeSecret(deps, visit, method)));
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) => (
  <Confirm
    t={t}
    csrf={csrf}
    title={t("remove.recovery.title")}
    what={t(data.last ? "remove.recovery.what" : "remove.recovery.more")}
    submit={t("remove.submit")}
    keep={t("remove.keep")}
    confirmedAt={data.confirmedAt}
  />
));

function refused({ kind }: { kind: string }): Path {
  return kind === "stale" ? proofPage("recoveryCodes.remove") : "/register";
}
