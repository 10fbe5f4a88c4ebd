import { page } from "fresh";
import { Thanks } from "@/components/Thanks.tsx";
import { isProof } from "@/lib/domain/purpose.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import { methodOf } from "@/lib/domain/verification.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { afterSetup } from "@/lib/web/after_setup.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { shownTarget } from "@/lib/web/shown_number.ts";
import { define, type State } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ url: { searchParams }, req, state }) {
    const { visit } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    const what = whatWords(state, searchParams.get("for"));
    if (what === null) return redirect("/register");
    const used = searchParams.has("used");
    return page({ what, used, ...afterSetup(state, visit, req.headers) });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Thanks t={state.t} {...data} />
));

/** What was just set up, by what the address names, else by the code that came back. */
function whatWords({ t, deps, visit }: State, method: string | null) {
  const { person, verification } = visit;
  if (method === "questions") return person.questions && t("thanks.questions");
  if (method === "recoveryCodes") {
    return person.recoveryCodes && t("thanks.recovery");
  }
  if (method === "totp") return person.totp && t("thanks.totp");
  if (method === "passkey") return passkeyWords(t, person.passkeys.at(-1));
  if (verification?.step !== "used") return null;
  if (isProof(verification.purpose)) return null;
  const to = shownTarget(deps, verification);
  return methodOf(verification.purpose) === "phone"
    ? t("thanks.phone", { number: to })
    : t("thanks.email", { address: to });
}

function passkeyWords(t: Translate, newest: Passkey | undefined) {
  return newest ? t("thanks.passkey", { name: newest.name }) : null;
}
