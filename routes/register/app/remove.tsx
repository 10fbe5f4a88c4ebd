import { page } from "fresh";
import { Confirm } from "@/components/Confirm.tsx";
import { isLastWay } from "@/lib/domain/last_way.ts";
import { mayRemove } from "@/lib/flows/may_change.ts";
import { removeTotp } from "@/lib/flows/totp/remove_totp.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { pageOf, proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { ChosenForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ state: { visit } }) {
    const { person } = visit;
    if (!isSignedIn(visit) || person.totp === null) {
      return redirect("/register");
    }
    const refusal = mayRemove(visit);
    if (refusal !== null) return redirect(pageOf(refusal, "totp.remove"));
    const last = isLastWay(person, { method: "totp" }, visit);
    return page({ last, confirmedAt: person.totp.confirmedAt });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ChosenForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit) || !form.ok) return redirect("/register");
    const { kind } = await removeTotp(deps, visit, form.value.confirmedAt);
    const stale = kind === "stale";
    return redirect(stale ? proofPage("totp.remove") : "/register");
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) => (
  <Confirm
    t={t}
    csrf={csrf}
    title={t("remove.totp.title")}
    what={t(data.last ? "remove.totp.what" : "remove.totp.more")}
    submit={t("remove.submit")}
    keep={t("remove.keep")}
    confirmedAt={data.confirmedAt}
  />
));
