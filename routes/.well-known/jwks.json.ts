import { publicKeys } from "@/lib/flows/registration/signing_key.ts";
import { define } from "@/lib/web/state.ts";

/** The public keys by which applications check the answers that they get (RFC 7517). */
export const handler = define.handlers({
  async GET({ state: { deps } }) {
    const keys = await publicKeys(deps);
    const shown = keys.map((key) => {
      return { kty: "EC", crv: "P-256", use: "sig", alg: "ES256", ...key };
    });
    return Response.json({ keys: shown }, {
      headers: {
        "content-type": "application/jwk-set+json",
        "cache-control": "public, max-age=300",
      },
    });
  },
});
