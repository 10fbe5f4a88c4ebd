import { bearerKey } from "@/lib/domain/api_key.ts";
import { tellRegistration } from "@/lib/flows/registration/tell_registration.ts";
import { problem } from "@/lib/web/problem.ts";
import { define } from "@/lib/web/state.ts";

/** Whether somebody is registered, for servers with a key. */
export const handler = define.handlers({
  async GET({ req, params, state: { deps } }) {
    const key = bearerKey(req.headers.get("authorization"));
    const { name: userName = "" } = params;
    const answer = await tellRegistration(deps, { key, userName });
    switch (answer.kind) {
      case "known":
        return Response.json(answer.registration, {
          headers: { "cache-control": "no-store" },
        });
      case "unknown":
        return problem({
          status: 404,
          title: "No such account",
          detail: "The directory has no account of that name that may sign in.",
        });
      case "key":
        return problem({
          status: 401,
          title: "No key",
          detail: "Send a key of the API as Authorization: Bearer KEY.",
        }, { "www-authenticate": "Bearer" });
    }
  },
});
