import { ProvePasskey } from "@/components/ProvePasskey.tsx";
import PasskeyButton from "@/islands/passkey/PasskeyButton.tsx";
import { passkeyPage } from "@/lib/web/proof_pages/passkey_page.ts";
import { FRESH_PROOF } from "@/lib/web/proving.ts";
import { define } from "@/lib/web/state.ts";

const { handler, props } = passkeyPage(FRESH_PROOF);
export { handler };

export default define.page<typeof handler>((request) => (
  <ProvePasskey {...props(request)} Button={PasskeyButton} />
));
