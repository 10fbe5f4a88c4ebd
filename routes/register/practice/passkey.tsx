import { ProvePasskey } from "@/components/ProvePasskey.tsx";
import PasskeyButton from "@/islands/passkey/PasskeyButton.tsx";
import { PRACTICE } from "@/lib/web/practising.ts";
import { passkeyPage } from "@/lib/web/proof_pages/passkey_page.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = passkeyPage(PRACTICE);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProvePasskey {...props(request)} Button={PasskeyButton} />
));
