import { ResetFoot } from "@/components/ResetFoot.tsx";
import { supportCode } from "@/lib/web/reset_page.ts";
import { define } from "@/lib/web/state.ts";

export default define.layout(({ Component, state, url }) => (
  <>
    <Component />
    <ResetFoot
      t={state.t}
      support={supportCode(state)}
      helping={url.pathname === "/reset/help"}
    />
  </>
));
