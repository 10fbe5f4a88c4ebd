import { page } from "fresh";
import { PostForm } from "@/components/PostForm.tsx";
import { Prove } from "@/components/Prove.tsx";
import PasskeyButton from "@/islands/passkey/PasskeyButton.tsx";
import {
  offerPasskeyProof,
  provePasskey,
  type RequestOptions,
} from "@/lib/flows/proofs/prove_passkey.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { PasskeyProofForm } from "@/lib/web/passkey_forms.ts";
import { buttonWords, proofWords } from "@/lib/web/passkey_words.ts";
import {
  canPractise,
  practiceAbout,
  practiceLinks,
  practised,
} from "@/lib/web/practising.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  options: RequestOptions;
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  async GET({ state }) {
    const { visit } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    return await show(state, visit, { errors: {}, status: 200 });
  },

  async POST(ctx) {
    const form = await readForm(ctx, PasskeyProofForm);
    const { state } = ctx;
    const { deps, visit, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!canPractise(state, visit, "passkey")) {
      return redirect("/register/practice");
    }
    if (!form.ok) {
      const errors = { "": t(form.errors.credential ?? "form.invalid") };
      return await show(state, visit, { errors, status: 422 });
    }
    const { credential } = form.value;
    const answer = await provePasskey(deps, visit, credential);
    if (answer.kind === "right") {
      const proof = answer.verified ? "passkey" : "passkeyUnverified";
      return await practised(state, visit, proof);
    }
    const errors = { "": proofWords(t, answer, visit.now) };
    const status = answer.kind === "blocked" ? 429 : 422;
    return await show(state, visit, { errors, status });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { t, csrf, visit } = state;
  const { options, errors } = data;
  return (
    <Prove
      t={t}
      frozen={false}
      about={practiceAbout(t)}
      errors={errors}
      others={isSignedIn(visit)
        ? practiceLinks(state, visit, url.pathname)
        : []}
    >
      <PostForm csrf={csrf}>
        <PasskeyButton
          deed="get"
          options={options}
          label={t("prove.passkey")}
          words={buttonWords(t)}
        />
      </PostForm>
    </Prove>
  );
});

/** The page with a challenge of its own. */
async function show(
  state: State,
  visit: SignedInVisit,
  { errors, status }: {
    errors: Data["errors"];
    status: number;
  },
) {
  const options = canPractise(state, visit, "passkey")
    ? await offerPasskeyProof(state.deps, visit)
    : null;
  if (options === null) return redirect("/register/practice");
  return page<Data>({ options, errors }, { status });
}
