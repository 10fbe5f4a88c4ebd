import { page } from "fresh";
import { MethodList } from "@/components/MethodList.tsx";
import { Page } from "@/components/Page.tsx";
import { sayErrors } from "@/components/problems.ts";
import { SignIn } from "@/components/SignIn.tsx";
import { mayRegister } from "@/lib/domain/policy.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { readForm } from "@/lib/web/form.ts";
import { SignInForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { withSession } from "@/lib/web/session_cookie.ts";
import { shownNumber } from "@/lib/web/shown_number.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  userName: string;
  errors: Readonly<Record<string, Key>>;
}

export const handler = define.handlers({
  GET: () => page<Data>({ userName: "", errors: {} }),

  async POST(ctx) {
    const form = await readForm(ctx, SignInForm);
    if (!form.ok) {
      const userName = form.typed.userName ?? "";
      return page<Data>({ userName, errors: form.errors }, { status: 422 });
    }
    const { deps, block, site } = ctx.state;
    const signedIn = await signIn(deps, { ...form.value, block });
    if (signedIn.ok) {
      return withSession(redirect("/register"), signedIn.cookie, site);
    }
    const { userName } = form.value;
    const errors = { "": "signIn.refused" } as const;
    return page<Data>({ userName, errors }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, visit } = state;
  if (visit.session !== null) return <List {...state} />;
  const errors = sayErrors(t, data.errors);
  return <SignIn t={t} csrf={csrf} userName={data.userName} errors={errors} />;
});

function List({ t, deps, visit }: State) {
  const { policy, session, person } = visit;
  if (!mayRegister(policy, session?.groups ?? [])) {
    return (
      <Page t={t} title={t("list.closed.title")}>
        <p>{t("list.closed")}</p>
      </Page>
    );
  }
  const phone = shownNumber(deps, person.phone);
  return <MethodList t={t} policy={policy} phone={phone} />;
}
