import { ResetQuestions } from "@/components/ResetQuestions.tsx";
import { questionsPage } from "@/lib/web/proof_pages/questions_page.ts";
import { PRACTICE } from "@/lib/web/practising.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = questionsPage(PRACTICE);
export { handler };

export default define.page<typeof handler>((request) => (
  <ResetQuestions {...props(request)} />
));
