import { page } from "fresh";
import { ProveCode } from "@/components/ProveCode.tsx";
import { isProofFor } from "@/lib/domain/purpose.ts";
import { methodOf } from "@/lib/domain/verification.ts";
import { proveCode } from "@/lib/flows/proofs/prove_code.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { codeWords } from "@/lib/web/code_words.ts";
import { readForm } from "@/lib/web/form.ts";
import { CodeForm } from "@/lib/web/forms.ts";
import { goOn, isWay, nextOf, otherWays, wayPage } from "@/lib/web/proving.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { shownTarget } from "@/lib/web/shown_number.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET({ url, state: { visit } }) {
    const { verification } = visit;
    if (!isSignedIn(visit)) return redirect("/register");
    if (verification === null || !isProofFor(verification.purpose, "prove")) {
      return redirect(wayPage("phone", nextOf(url)));
    }
    return page<Data>({ errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, CodeForm);
    const { url, state } = ctx;
    const { deps, visit, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!isWay(visit, "phone", "email")) {
      return redirect(proofPage(nextOf(url)));
    }
    if (!form.ok) {
      const errors = { code: t(form.errors.code ?? "form.invalid") };
      return page<Data>({ errors }, { status: 422 });
    }
    const answer = await proveCode(deps, visit, {
      code: form.value.code,
      end: "prove",
    });
    const { verification } = visit;
    if (answer.kind === "right" && verification !== null) {
      const way = methodOf(verification.purpose);
      return await goOn(state, visit, { way, url });
    }
    const errors = {
      code: answer.kind === "right" || answer.kind === "used"
        ? t("code.late")
        : codeWords(t, answer, visit.now),
    };
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
      label={t("code.label")}
      hint={t("code.hint")}
      note={whereabouts(state)}
    />
  );
});

/** Where the code went, and what became of the message. */
function whereabouts({ deps, visit, t }: State): string {
  const { verification, receipt } = visit;
  if (verification === null) return t("code.none");
  const { state, why } = receipt ?? { state: "queued", why: null };
  const said = state === "queued" && why !== null ? "late" : state;
  const to = shownTarget(deps, verification);
  return t(`code.${said}.${verification.channel}`, { to });
}
