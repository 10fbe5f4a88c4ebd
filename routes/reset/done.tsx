import { page } from "fresh";
import { ResetDone } from "@/components/ResetDone.tsx";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  GET({ state: { finished } }) {
    return finished === null ? redirect("/reset") : page(finished);
  },
});

export default define.page<typeof handler>(({ data, state: { t } }) => (
  <ResetDone t={t} goal={data.goal} />
));
