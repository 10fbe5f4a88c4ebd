import { ProveCode } from "@/components/ProveCode.tsx";
import { PRACTICE } from "@/lib/web/practising.ts";
import { codePage } from "@/lib/web/proof_pages/typed_page.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = codePage(PRACTICE);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProveCode {...props(request)} />
));
