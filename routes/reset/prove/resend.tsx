import { ProveCode } from "@/components/ProveCode.tsx";
import { ResetAgain } from "@/components/ResetAgain.tsx";
import { sentPage } from "@/lib/web/reset_code_page.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import { define } from "@/lib/web/state.ts";

const { again: handler, props } = sentPage(RESET);
export { handler };

export default define.page<typeof handler>((request) => {
  const { prove, sent } = props(request);
  const { t, csrf } = prove;
  return (
    <ProveCode {...prove} action={sent.code}>
      <ResetAgain t={t} csrf={csrf} {...sent} />
    </ProveCode>
  );
});
