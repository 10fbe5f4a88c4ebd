import { page } from "fresh";
import { Confirm } from "@/components/Confirm.tsx";
import { preferPhone } from "@/lib/flows/remove_phone.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { ChosenForm } from "@/lib/web/forms.ts";
import { samePhone } from "@/lib/web/phone_place.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { shownNumber } from "@/lib/web/shown_number.ts";
import { define } from "@/lib/web/state.ts";

/** Of two phones, the one that is not offered first. */
const OTHER = "1";

export const handler = define.handlers({
  GET({ state: { deps, visit } }) {
    const [, phone] = visit.person.phones;
    if (!isSignedIn(visit) || !phone) return redirect("/register");
    const number = shownNumber(deps, phone);
    return page({ number, confirmedAt: phone.confirmedAt });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ChosenForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit) || !form.ok) return redirect("/register");
    const found = samePhone(visit.person, OTHER, form.value.confirmedAt);
    if (found === null) return redirect("/register");
    const { kind } = await preferPhone(deps, visit, found.phone.index);
    return redirect(
      kind === "stale" ? proofPage("phone.default") : "/register",
    );
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) => (
  <Confirm
    t={t}
    csrf={csrf}
    title={t("prefer.title")}
    what={t("prefer.what", data)}
    submit={t("prefer.submit")}
    keep={t("prefer.keep")}
    confirmedAt={data.confirmedAt}
  />
));
