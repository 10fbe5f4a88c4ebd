import { ProveCode } from "@/components/ProveCode.tsx";
import { recoveryCodePage } from "@/lib/web/proof_pages/recovery_code_page.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = recoveryCodePage(RESET);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProveCode {...props(request)} />
));
