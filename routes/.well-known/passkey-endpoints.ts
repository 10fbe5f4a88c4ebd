import { define } from "@/lib/web/state.ts";

/** Where browsers and password managers send people (W3C, passkey endpoints well-known URL). */
export const handler = define.handlers({
  GET({ state: { site: { origin } } }) {
    const enroll = `${origin}/register/passkey`;
    return Response.json({ enroll, manage: enroll });
  },
});
