import { HttpError } from "fresh";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { codesFile } from "@/lib/web/codes_file.ts";
import { SaveForm } from "@/lib/web/recovery_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Where somebody comes to who reloads this address or changes the language on it. */
  GET: () => redirect("/register/recovery-codes?shown"),

  /** Gives back as a file what the page has: the server has the codes no more. */
  async POST(ctx) {
    const form = await readForm(ctx, SaveForm);
    const { deps, visit, t } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) throw new HttpError(422, "The form has no codes");
    const name = visit.session.userName;
    return codesFile(t, form.value.codes, { name, host: deps.host });
  },
});
