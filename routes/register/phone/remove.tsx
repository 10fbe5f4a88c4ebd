import { page } from "fresh";
import { RemovePhone } from "@/components/RemovePhone.tsx";
import { isProved } from "@/lib/domain/session.ts";
import { removePhone } from "@/lib/flows/remove_phone.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmptyForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { shownNumber } from "@/lib/web/shown_number.ts";
import { define } from "@/lib/web/state.ts";

const NEW_PROOF = "/register/password?next=remove";

export const handler = define.handlers({
  GET({ state: { deps, visit } }) {
    const { session, person, now } = visit;
    if (session === null || person.phone === null) return redirect("/register");
    if (!isProved(session, now)) return redirect(NEW_PROOF);
    return page({ phone: shownNumber(deps, person.phone) });
  },

  async POST(ctx) {
    await readForm(ctx, EmptyForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    const { kind } = await removePhone(deps, visit);
    return redirect(kind === "stale" ? NEW_PROOF : "/register");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <RemovePhone t={state.t} csrf={state.csrf} phone={data.phone} />
));
