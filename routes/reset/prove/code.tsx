import { ProveCode } from "@/components/ProveCode.tsx";
import { ResetAgain } from "@/components/ResetAgain.tsx";
import { resetCodeHandler, resetCodeProps } from "@/lib/web/reset_code_page.ts";
import { define } from "@/lib/web/state.ts";

export const handler = resetCodeHandler;

export default define.page<typeof handler>((request) => {
  const { prove, sent } = resetCodeProps(request);
  const { t, csrf } = prove;
  return (
    <ProveCode {...prove}>
      <ResetAgain t={t} csrf={csrf} {...sent} />
    </ProveCode>
  );
});
