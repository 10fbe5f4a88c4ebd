import { ProveCode } from "@/components/ProveCode.tsx";
import { recoveryCodePage } from "@/lib/web/proof_pages/recovery_code_page.ts";
import { FRESH_PROOF } from "@/lib/web/proving.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = recoveryCodePage(FRESH_PROOF);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProveCode {...props(request)} />
));
