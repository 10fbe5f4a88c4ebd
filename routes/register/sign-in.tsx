import { page } from "fresh";
import { SignIn } from "@/components/SignIn.tsx";
import PasskeyAutofill from "@/islands/passkey/PasskeyAutofill.tsx";
import { signInByPasskey } from "@/lib/flows/passkeys/sign_in_passkey.ts";
import type { RequestOptions } from "@/lib/flows/proofs/prove_passkey.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { readDevice } from "@/lib/web/device_cookie.ts";
import { readForm } from "@/lib/web/form.ts";
import { PasskeyProofForm } from "@/lib/web/passkey_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { signInOffer } from "@/lib/flows/passkeys/sign_in_offer.ts";
import { enterPortal } from "@/lib/web/sign_in_page.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  error: string;
  offer: RequestOptions | null;
}

/** What the sign-in page's script sends once a passkey was chosen in its field. */
export const handler = define.handlers({
  /** Where somebody comes to who reloads this address or changes the language on it. */
  GET() {
    return redirect("/register");
  },

  async POST(ctx) {
    const form = await readForm(ctx, PasskeyProofForm);
    const { deps, visit, secret, block, site, t } = ctx.state;
    if (isSignedIn(visit)) return redirect("/register");
    const device = readDevice(ctx.req.headers, site);
    const sent = { secret, block, device };
    const answer = form.ok
      ? await signInByPasskey(deps, { used: form.value.credential, ...sent })
      : { ok: false, why: "refused" } as const;
    if (answer.ok) return enterPortal(ctx, answer);
    const error = t(`signIn.passkey.${answer.why}`);
    const offer = await signInOffer(deps, secret);
    return page<Data>({ error, offer }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) => (
  <SignIn t={t} csrf={csrf} userName="" errors={{ "": data.error }}>
    {data.offer && <PasskeyAutofill options={data.offer} />}
  </SignIn>
));
