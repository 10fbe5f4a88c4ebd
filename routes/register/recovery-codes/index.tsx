import { HttpError, page } from "fresh";
import { NewCodes } from "@/components/NewCodes.tsx";
import { RecoveryCodes } from "@/components/RecoveryCodes.tsx";
import { groupCode, usedCodes } from "@/lib/domain/recovery_code.ts";
import { mayChangeSecret } from "@/lib/flows/may_change.ts";
import { editionOf } from "@/lib/flows/recovery_codes/edition.ts";
import { makeCodes } from "@/lib/flows/recovery_codes/make_codes.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { pageOf } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { EditionForm } from "@/lib/web/recovery_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  /** New codes: in this response and in no other. */
  codes: readonly string[] | null;
  shown: boolean;
}

export const handler = define.handlers({
  GET({ url, state: { visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    const refusal = mayChangeSecret(visit, "recoveryCodes");
    if (refusal !== null) return redirect(pageOf(refusal, "recoveryCodes"));
    return page<Data>({ codes: null, shown: url.searchParams.has("shown") });
  },

  async POST(ctx) {
    const form = await readForm(ctx, EditionForm);
    const { deps, visit } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) throw new HttpError(422, "The form names no codes");
    const answer = await makeCodes(deps, visit, form.value.edition);
    switch (answer.kind) {
      case "made":
        ctx.state.once = true;
        return page<Data>({ codes: answer.codes.map(groupCode), shown: false });
      case "changed":
      case "none":
        return redirect("/register/recovery-codes?shown");
    }
    return redirect(pageOf(answer, "recoveryCodes"));
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, deps, visit } = state;
  const { codes, shown } = data;
  if (codes) {
    return <NewCodes t={t} csrf={csrf} codes={codes} replaced={false} />;
  }
  const { recoveryCodes } = visit.person;
  const used = usedCodes(visit.person);
  return (
    <RecoveryCodes
      t={t}
      csrf={csrf}
      left={recoveryCodes && recoveryCodes.hashes.length - used}
      used={used}
      edition={editionOf(deps, recoveryCodes)}
      shown={shown}
    />
  );
});
