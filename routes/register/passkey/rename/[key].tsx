import { page } from "fresh";
import { PasskeyRename } from "@/components/PasskeyRename.tsx";
import { sayErrors } from "@/components/problems.ts";
import {
  findPasskey,
  renamePasskey,
} from "@/lib/flows/passkeys/manage_passkey.ts";
import { mayRemove } from "@/lib/flows/may_change.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { pageOf, proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { PasskeyNameForm } from "@/lib/web/passkey_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  name: string;
  errors: Readonly<Record<string, Key>>;
}

export const handler = define.handlers({
  GET({ params, state: { visit } }) {
    const passkey = findPasskey(visit.person, params.key ?? "");
    if (!isSignedIn(visit) || passkey === null) return redirect("/register");
    const refusal = mayRemove(visit);
    if (refusal !== null) return redirect(pageOf(refusal, "passkey"));
    return page<Data>({ name: passkey.name, errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, PasskeyNameForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) {
      const { name = "" } = form.typed;
      return page<Data>({ name, errors: form.errors }, { status: 422 });
    }
    const credential = ctx.params.key ?? "";
    const change = { credential, name: form.value.name };
    const { kind } = await renamePasskey(deps, visit, change);
    return redirect(kind === "stale" ? proofPage("passkey") : "/register");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PasskeyRename
    t={state.t}
    csrf={state.csrf}
    name={data.name}
    errors={sayErrors(state.t, data.errors)}
  />
));
