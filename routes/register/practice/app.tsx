import { ProveCode } from "@/components/ProveCode.tsx";
import { PRACTICE } from "@/lib/web/practising.ts";
import { appPage } from "@/lib/web/proof_pages/app_page.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = appPage(PRACTICE);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProveCode {...props(request)} />
));
