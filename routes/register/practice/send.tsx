import { ProveSend } from "@/components/ProveSend.tsx";
import { PRACTICE } from "@/lib/web/practising.ts";
import { sendPage } from "@/lib/web/proof_pages/send_page.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = sendPage(PRACTICE);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProveSend {...props(request)} />
));
