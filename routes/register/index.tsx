import { page } from "fresh";
import { MethodList } from "@/components/MethodList.tsx";
import { Page } from "@/components/Page.tsx";
import { sayErrors } from "@/components/problems.ts";
import { SignIn } from "@/components/SignIn.tsx";
import PasskeyAutofill from "@/islands/passkey/PasskeyAutofill.tsx";
import { mayRegister } from "@/lib/domain/policy.ts";
import type { RequestOptions } from "@/lib/flows/proofs/prove_passkey.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import type { ListPage } from "@/lib/web/list_page.ts";
import { readReturn } from "@/lib/web/return_cookie.ts";
import { signInOffer } from "@/lib/flows/passkeys/sign_in_offer.ts";
import type { NotSignedIn } from "@/lib/web/sign_in_page.ts";
import { define } from "@/lib/web/state.ts";

interface Data extends NotSignedIn {
  /** `null` where nobody is signed in. */
  list: ListPage | null;
  /** What the browser is asked for a passkey; `null` for nothing. */
  offer: RequestOptions | null;
}

const BLANK: Data = { userName: "", errors: {}, list: null, offer: null };

/** Whatever the form alone has no need of is loaded when it is needed. */
export const handler = define.handlers({
  async GET({ url, req, state }) {
    const { searchParams } = url;
    const asked = searchParams.get("return_to");
    if (asked !== null) {
      const { sentFrom } = await import("@/lib/web/arrival.ts");
      return await sentFrom(state, asked);
    }
    const { visit, site, deps, secret } = state;
    if (!isSignedIn(visit)) {
      return page({ ...BLANK, offer: await signInOffer(deps, secret) });
    }
    const back = readReturn(req.headers, site, visit.policy)?.host ?? null;
    const advice = searchParams.has("advice");
    const { listPage } = await import("@/lib/web/list_page.ts");
    return page({ ...BLANK, list: listPage(state, visit, { advice, back }) });
  },

  async POST(ctx) {
    const { postSignIn } = await import("@/lib/web/sign_in_page.ts");
    const answer = await postSignIn(ctx);
    if (answer instanceof Response) return answer;
    const { deps, secret } = ctx.state;
    const offer = await signInOffer(deps, secret);
    return page<Data>({ ...BLANK, ...answer, offer }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, visit } = state;
  if (!isSignedIn(visit) || data.list === null) {
    const errors = sayErrors(t, data.errors);
    const { userName, offer } = data;
    return (
      <SignIn t={t} csrf={csrf} userName={userName} errors={errors}>
        {offer && <PasskeyAutofill options={offer} />}
      </SignIn>
    );
  }
  if (!mayRegister(visit.policy, visit.session.groups)) {
    return (
      <Page t={t} title={t("list.closed.title")}>
        <p>{t("list.closed")}</p>
      </Page>
    );
  }
  return <MethodList {...data.list} />;
});
