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
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  userName: string;
  errors: Readonly<Record<string, Key>>;
  /** The registered phone, masked. */
  phone: string | null;
}

const EMPTY: Data = { userName: "", errors: {}, phone: null };

export const handler = define.handlers({
  async GET({ state }) {
    return page<Data>({ ...EMPTY, phone: await phoneOf(state) });
  },

  async POST(ctx) {
    const form = await readForm(ctx, SignInForm);
    if (!form.ok) {
      const userName = form.typed.userName ?? "";
      const data = { ...EMPTY, userName, errors: form.errors };
      return page<Data>(data, { status: 422 });
    }
    const { deps, block, site } = ctx.state;
    const signedIn = await signIn(deps, { ...form.value, block });
    if (signedIn.ok) {
      return withSession(redirect("/register"), signedIn.cookie, site);
    }
    const { userName } = form.value;
    const errors = { "": "signIn.refused" } as const;
    return page<Data>({ ...EMPTY, userName, errors }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, visit } = state;
  if (visit.session !== null) return <List {...state} phone={data.phone} />;
  const errors = sayErrors(t, data.errors);
  return <SignIn t={t} csrf={csrf} userName={data.userName} errors={errors} />;
});

function List({ t, visit, phone }: State & Pick<Data, "phone">) {
  const { policy, session } = visit;
  if (!mayRegister(policy, session?.groups ?? [])) {
    return (
      <Page t={t} title={t("list.closed.title")}>
        <p>{t("list.closed")}</p>
      </Page>
    );
  }
  return <MethodList t={t} policy={policy} phone={phone} />;
}

/** Who comes here first has no number yet, and need not wait for libphonenumber's 200 kB. */
async function phoneOf({ deps, visit }: State): Promise<string | null> {
  const { phone } = visit.person;
  if (phone === null) return null;
  const { shownNumber } = await import("@/lib/web/shown_number.ts");
  return shownNumber(deps, phone);
}
