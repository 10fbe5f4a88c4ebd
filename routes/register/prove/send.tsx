import { ProveSend } from "@/components/ProveSend.tsx";
import { sendPage } from "@/lib/web/proof_pages/send_page.ts";
import { FRESH_PROOF } from "@/lib/web/proving.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = sendPage(FRESH_PROOF);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProveSend {...props(request)} />
));
