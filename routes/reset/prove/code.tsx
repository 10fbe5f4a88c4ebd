import { SentCode } from "@/components/SentCode.tsx";
import { sentPage } from "@/lib/web/reset_code_page.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = sentPage(RESET);
export { handler };

export default define.page<typeof handler>((request) => (
  <SentCode {...props(request)} />
));
