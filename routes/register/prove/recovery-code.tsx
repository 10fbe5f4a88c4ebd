import { page } from "fresh";
import { ProveCode } from "@/components/ProveCode.tsx";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { recoveryWords } from "@/lib/web/proof_words.ts";
import { goOn, isWay, nextOf, otherWays } from "@/lib/web/proving.ts";
import { RecoveryCodeForm } from "@/lib/web/recovery_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  errors: Readonly<Record<string, string>>;
}

const WAY = "recoveryCodes";

export const handler = define.handlers({
  GET({ url, state: { visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    if (!isWay(visit, WAY)) return redirect(proofPage(nextOf(url)));
    return page<Data>({ errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, RecoveryCodeForm);
    const { url, state } = ctx;
    const { deps, visit, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!isWay(visit, WAY)) return redirect(proofPage(nextOf(url)));
    if (!form.ok) {
      const errors = { code: t(form.errors.code ?? "form.invalid") };
      return page<Data>({ errors }, { status: 422 });
    }
    const { code } = form.value;
    const answer = await proveRecoveryCode(deps, proofCase(visit), code);
    if (answer.kind === "right") {
      return await goOn(state, visit, { way: WAY, url });
    }
    const errors = { code: recoveryWords(t, answer, visit.now) };
    const status = answer.kind === "blocked" ? 429 : 422;
    return page<Data>({ errors }, { status });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { t, csrf, visit } = state;
  return (
    <ProveCode
      {...data}
      t={t}
      csrf={csrf}
      frozen={visit.person.frozenAt !== null}
      others={otherWays(t, visit, url)}
      label={t("recovery.code")}
      hint={t("recovery.code.hint")}
      letters
    />
  );
});
