import { page } from "fresh";
import { PasskeyForm } from "@/components/PasskeyForm.tsx";
import { sayErrors } from "@/components/problems.ts";
import PasskeyButton from "@/islands/passkey/PasskeyButton.tsx";
import { addPasskey } from "@/lib/flows/passkeys/add_passkey.ts";
import {
  type CreationOptions,
  mayAddPasskey,
  offerPasskey,
} from "@/lib/flows/passkeys/offer_passkey.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import { pageOf } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { PasskeyForm as Form } from "@/lib/web/passkey_forms.ts";
import { addWords, buttonWords, otherWays } from "@/lib/web/passkey_words.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { shownPasskeys } from "@/lib/web/shown_passkeys.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  /** `null` where there are as many as one may have. */
  options: CreationOptions | null;
  name: string;
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  async GET({ state }) {
    const { visit, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    const n = visit.person.passkeys.length + 1;
    const name = n > 1
      ? t("passkey.name.next", { n })
      : t("passkey.name.first");
    return await show(state, visit, { name, errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, Form);
    const { state } = ctx;
    const { deps, visit, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) {
      const { credential, ...named } = sayErrors(t, form.errors);
      const errors = credential ? { ...named, "": credential } : named;
      const { name = "" } = form.typed;
      return await show(state, visit, { name, errors });
    }
    const { name, credential: made } = form.value;
    const answer = await addPasskey(deps, visit, { name, made });
    switch (answer.kind) {
      case "added":
        return redirect("/register/thanks?for=passkey");
      case "stale":
      case "closed":
      case "frozen":
        return redirect(pageOf(answer, "passkey"));
    }
    const errors = { "": addWords(t, answer) };
    return await show(state, visit, { name, errors });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, visit } = state;
  const { options, name, errors } = data;
  return (
    <PasskeyForm
      t={t}
      csrf={csrf}
      name={options && name}
      errors={errors}
      passkeys={shownPasskeys(visit.person)}
      others={otherWays(t, visit.policy.methods)}
    >
      {options && (
        <PasskeyButton
          deed="create"
          options={options}
          label={t("passkey.submit")}
          words={buttonWords(t)}
        />
      )}
    </PasskeyForm>
  );
});

/** The page with a challenge of its own; elsewhere where the person may not add one. */
async function show(
  { deps }: State,
  visit: SignedInVisit,
  data: Omit<Data, "options">,
) {
  const refusal = mayAddPasskey(visit);
  if (refusal !== null && refusal.kind !== "full") {
    return redirect(pageOf(refusal, "passkey"));
  }
  const options = refusal === null ? await offerPasskey(deps, visit) : null;
  const status = Object.keys(data.errors).length > 0 ? 422 : 200;
  return page<Data>({ ...data, options }, { status });
}
