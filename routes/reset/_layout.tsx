import { ResetFoot } from "@/components/ResetFoot.tsx";
import { define } from "@/lib/web/state.ts";
import { supportCode } from "@/lib/web/outcome.ts";

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
