import { SentCode } from "@/components/SentCode.tsx";
import { PRACTICE } from "@/lib/web/practising.ts";
import { sentPage } from "@/lib/web/reset_code_page.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = sentPage(PRACTICE);
export { handler };

export default define.page<typeof handler>((request) => (
  <SentCode {...props(request)} />
));
