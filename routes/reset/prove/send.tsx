import { ResetSend } from "@/components/ResetSend.tsx";
import { numberPage } from "@/lib/web/proof_pages/number_page.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = numberPage(RESET);
export { handler };

export default define.page<typeof handler>((request) => (
  <ResetSend {...props(request)} />
));
