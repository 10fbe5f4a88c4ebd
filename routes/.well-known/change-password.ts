import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

/** Where password managers send people (W3C, A Well-Known URL for Changing Passwords). */
export const handler = define.handlers({ GET: () => redirect("/change") });
