import { page } from "fresh";
import { Confirm } from "@/components/Confirm.tsx";
import { isLastWay } from "@/lib/domain/last_way.ts";
import { mayRemove } from "@/lib/flows/may_change.ts";
import { removePhone } from "@/lib/flows/remove_phone.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { ChosenForm } from "@/lib/web/forms.ts";
import { phoneAt, samePhone } from "@/lib/web/phone_place.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import { shownNumber } from "@/lib/web/shown_number.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ url, state: { deps, visit } }) {
    const found = phoneAt(visit.person, url.searchParams.get("phone"));
    if (!isSignedIn(visit) || found === null) return redirect("/register");
    const { place, phone } = found;
    const refusal = mayRemove(visit);
    if (refusal !== null) return redirect(refused(refusal, place));
    const number = shownNumber(deps, phone);
    const { index, confirmedAt } = phone;
    const last = isLastWay(visit.person, { method: "phone", index }, visit);
    return page({ number, confirmedAt, last });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ChosenForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit) || !form.ok) return redirect("/register");
    const text = ctx.url.searchParams.get("phone");
    const found = samePhone(visit.person, text, form.value.confirmedAt);
    if (found === null) return redirect("/register");
    const { place, phone } = found;
    const answer = await removePhone(deps, visit, phone.index);
    return redirect(refused(answer, place));
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf } = state;
  return (
    <Confirm
      t={t}
      csrf={csrf}
      title={t("remove.title")}
      what={t(data.last ? "remove.what" : "remove.more", {
        number: data.number,
      })}
      submit={t("remove.submit")}
      keep={t("remove.keep")}
      confirmedAt={data.confirmedAt}
    />
  );
});

function refused({ kind }: { kind: string }, place: 0 | 1): Path {
  return kind === "stale" ? proofPage(`phone.remove.${place}`) : "/register";
}
