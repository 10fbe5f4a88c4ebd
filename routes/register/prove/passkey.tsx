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
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { PasskeyProofForm } from "@/lib/web/passkey_forms.ts";
import { buttonWords, proofWords } from "@/lib/web/passkey_words.ts";
import {
  goOn,
  isWay,
  nextOf,
  otherWays,
  trustedVisit,
} from "@/lib/web/proving.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  options: RequestOptions;
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  async GET({ url, state }) {
    const { visit } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    return await show(state, visit, { url, errors: {}, status: 200 });
  },

  async POST(ctx) {
    const form = await readForm(ctx, PasskeyProofForm);
    const { url, state } = ctx;
    const { deps, visit, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!isWay(visit, "passkey")) return redirect(proofPage(nextOf(url)));
    if (!form.ok) {
      const errors = { "": t(form.errors.credential ?? "form.invalid") };
      return await show(state, visit, { url, errors, status: 422 });
    }
    const { credential } = form.value;
    const answer = await provePasskey(deps, trustedVisit(visit), credential);
    if (answer.kind === "right") {
      return await goOn(state, visit, { way: "passkey", url });
    }
    const errors = { "": proofWords(t, answer, visit.now) };
    const status = answer.kind === "blocked" ? 429 : 422;
    return await show(state, visit, { url, errors, status });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { t, csrf, visit } = state;
  const { options, errors } = data;
  return (
    <Prove
      t={t}
      frozen={visit.person.frozenAt !== null}
      errors={errors}
      others={otherWays(t, visit, url)}
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
  { deps }: State,
  visit: SignedInVisit,
  { url, errors, status }: {
    url: URL;
    errors: Data["errors"];
    status: number;
  },
) {
  const options = isWay(visit, "passkey")
    ? await offerPasskeyProof(deps, trustedVisit(visit))
    : null;
  if (options === null) return redirect(proofPage(nextOf(url)));
  return page<Data>({ options, errors }, { status });
}
