import { ResetQuestions } from "@/components/ResetQuestions.tsx";
import { questionsPage } from "@/lib/web/proof_pages/questions_page.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = questionsPage(RESET);
export { handler };

export default define.page<typeof handler>((request) => (
  <ResetQuestions {...props(request)} />
));
