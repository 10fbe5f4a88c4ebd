import { page } from "fresh";
import { Password } from "@/components/Password.tsx";
import { sayErrors } from "@/components/problems.ts";
import { confirmPassword } from "@/lib/flows/confirm_password.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { readForm } from "@/lib/web/form.ts";
import { PasswordForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { withSession } from "@/lib/web/session_cookie.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  next: string;
  errors: Readonly<Record<string, Key>>;
}

const NEXT = {
  phone: "/register/phone",
  remove: "/register/phone/remove",
} as const;

export const handler = define.handlers({
  GET({ url, state }) {
    if (!isSignedIn(state.visit)) return redirect("/register");
    const remove = url.searchParams.get("next") === "remove";
    return page<Data>({ next: remove ? "remove" : "phone", errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, PasswordForm);
    const { deps, visit, block, site } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) {
      const next = form.typed.next ?? "phone";
      return page<Data>({ next, errors: form.errors }, { status: 422 });
    }
    const { password, next } = form.value;
    const proved = await confirmPassword(deps, visit, { password, block });
    if (proved.ok) {
      return withSession(redirect(NEXT[next]), proved.cookie, site);
    }
    const errors = { password: "password.refused" } as const;
    return page<Data>({ next, errors }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Password
    t={state.t}
    csrf={state.csrf}
    userName={state.visit.session?.userName ?? ""}
    next={data.next}
    errors={sayErrors(state.t, data.errors)}
  />
));
