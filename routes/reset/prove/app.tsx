import { ProveCode } from "@/components/ProveCode.tsx";
import { appPage } from "@/lib/web/proof_pages/app_page.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = appPage(RESET);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProveCode {...props(request)} />
));
