import { page } from "fresh";
import { Thanks } from "@/components/Thanks.tsx";
import { redirect } from "@/lib/web/redirect.ts";
import { shownNumber } from "@/lib/web/shown_number.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ url, state: { deps, visit } }) {
    const { phone } = visit.person;
    if (phone === null) return redirect("/register");
    const used = url.searchParams.has("used");
    return page({ phone: shownNumber(deps, phone), used });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <Thanks
    {...data}
    t={state.t}
    policy={state.visit.policy}
    resetAddress={`${state.site.origin}/reset`}
  />
));
