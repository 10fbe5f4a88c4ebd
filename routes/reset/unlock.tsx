import { page } from "fresh";
import { ResetUnlock } from "@/components/ResetUnlock.tsx";
import { admitLast, finish, type Unfinished } from "@/lib/web/finish_page.ts";
import { readForm } from "@/lib/web/form.ts";
import { EmptyForm } from "@/lib/web/forms.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  errors: Unfinished["errors"];
}

export const handler = define.handlers({
  GET({ state }) {
    const visit = admitLast(state, "unlock");
    return visit instanceof Response ? visit : page<Data>({ errors: {} });
  },

  async POST(ctx) {
    await readForm(ctx, EmptyForm);
    const visit = admitLast(ctx.state, "unlock");
    if (visit instanceof Response) return visit;
    const answer = await finish(ctx.state, visit, null);
    if (answer instanceof Response) return answer;
    const { errors, status } = answer;
    return page<Data>({ errors }, { status });
  },
});

export default define.page<typeof handler>(({ data, state: { t, csrf } }) => (
  <ResetUnlock {...data} t={t} csrf={csrf} />
));
