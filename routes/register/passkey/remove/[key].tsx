import { page } from "fresh";
import { PasskeyRemove } from "@/components/PasskeyRemove.tsx";
import { isLastWay } from "@/lib/domain/last_way.ts";
import {
  findPasskey,
  removePasskey,
} from "@/lib/flows/passkeys/manage_passkey.ts";
import { mayRemove } from "@/lib/flows/may_change.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { pageOf, proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmptyForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ params, state: { visit } }) {
    const { person } = visit;
    const passkey = findPasskey(person, params.key ?? "");
    if (!isSignedIn(visit) || passkey === null) return redirect("/register");
    const refusal = mayRemove(visit);
    if (refusal !== null) return redirect(pageOf(refusal, "passkey"));
    const { id, name } = passkey;
    const last = isLastWay(person, { method: "passkey", id }, visit);
    return page({ name, last });
  },

  async POST(ctx) {
    await readForm(ctx, EmptyForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    const { kind } = await removePasskey(deps, visit, ctx.params.key ?? "");
    return redirect(kind === "stale" ? proofPage("passkey") : "/register");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PasskeyRemove {...data} t={state.t} csrf={state.csrf} />
));
