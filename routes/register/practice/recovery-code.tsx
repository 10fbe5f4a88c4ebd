import { ProveCode } from "@/components/ProveCode.tsx";
import { PRACTICE } from "@/lib/web/practising.ts";
import { recoveryCodePage } from "@/lib/web/proof_pages/recovery_code_page.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = recoveryCodePage(PRACTICE);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProveCode {...props(request)} />
));
