import { page } from "fresh";
import { Password } from "@/components/Password.tsx";
import { sayErrors } from "@/components/problems.ts";
import { Prove } from "@/components/Prove.tsx";
import { proofWays } from "@/lib/domain/proof_ways.ts";
import { confirmPassword } from "@/lib/flows/confirm_password.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { AFTER_PROOF, proofPage } from "@/lib/web/after_proof.ts";
import { readDevice } from "@/lib/web/device_cookie.ts";
import { readForm } from "@/lib/web/form.ts";
import { PasswordForm } from "@/lib/web/forms.ts";
import { isWay, nextOf, wayPage } from "@/lib/web/proving.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { withSession } from "@/lib/web/session_cookie.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  /** Whether there is any way left. */
  open: boolean;
  errors: Readonly<Record<string, Key>>;
}

export const handler = define.handlers({
  /** The strongest way that the person has; the password is asked for here. */
  GET({ url, state: { visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    const [way] = proofWays(visit.person, visit.policy);
    if (way !== undefined && way !== "password") {
      return redirect(wayPage(way, nextOf(url)));
    }
    return page<Data>({ open: way !== undefined, errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, PasswordForm);
    const { deps, visit, block, site } = ctx.state;
    const next = nextOf(ctx.url);
    if (!isSignedIn(visit)) return redirect("/register");
    if (!isWay(visit, "password")) return redirect(proofPage(next));
    if (!form.ok) {
      const { errors } = form;
      return page<Data>({ open: true, errors }, { status: 422 });
    }
    const { password } = form.value;
    const device = readDevice(ctx.req.headers, site);
    const typed = { password, block, device };
    const proved = await confirmPassword(deps, visit, typed);
    if (proved.ok) {
      return withSession(redirect(AFTER_PROOF[next]), proved.cookie, site);
    }
    const errors = { password: "password.refused" } as const;
    return page<Data>({ open: true, errors }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, visit } = state;
  const errors = sayErrors(t, data.errors);
  if (data.open) {
    const userName = visit.session?.userName ?? "";
    return <Password t={t} csrf={csrf} userName={userName} errors={errors} />;
  }
  const frozen = visit.person.frozenAt !== null;
  const back = ["/reset/help", t("reset.help")] as const;
  return <Prove {...{ t, frozen, errors, back }} others={[]} />;
});
