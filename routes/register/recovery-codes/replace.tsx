import { HttpError, page } from "fresh";
import { NewCodes } from "@/components/NewCodes.tsx";
import { groupCode } from "@/lib/domain/recovery_code.ts";
import { replaceCodes } from "@/lib/flows/recovery_codes/make_codes.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { pageOf } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { EditionForm } from "@/lib/web/recovery_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Where somebody comes to who reloads this address or changes the language on it. */
  GET: () => redirect("/register/recovery-codes"),

  async POST(ctx) {
    const form = await readForm(ctx, EditionForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) throw new HttpError(422, "The form names no codes");
    const answer = await replaceCodes(deps, visit, form.value.edition);
    switch (answer.kind) {
      case "made":
        ctx.state.once = true;
        return page({ codes: answer.codes.map(groupCode) });
      case "changed":
      case "none":
        return redirect("/register/recovery-codes?shown");
    }
    return redirect(pageOf(answer, "recoveryCodes"));
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <NewCodes t={state.t} csrf={state.csrf} codes={data.codes} replaced />
));
