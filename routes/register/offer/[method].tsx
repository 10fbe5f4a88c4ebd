import { HttpError, page } from "fresh";
import { Offer } from "@/components/Offer.tsx";
import { channelsOf } from "@/components/PhoneForm.tsx";
import type { PhoneChannel } from "@/lib/domain/method.ts";
import { offersOf } from "@/lib/flows/directory_contact.ts";
import { openContact } from "@/lib/flows/sealed_contact.ts";
import { sendCode } from "@/lib/flows/send_code.ts";
import { sendEmailCode } from "@/lib/flows/send_email_code.ts";
import type { Target } from "@/lib/flows/target.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import { proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { saferWays } from "@/lib/web/method_pages.ts";
import { ResendForm } from "@/lib/web/reach_forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { sendWords } from "@/lib/web/send_words.ts";
import { shownPlace } from "@/lib/web/shown_number.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  target: Target;
  error: string | null;
}

export const handler = define.handlers({
  GET({ params, state: { deps, visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    const target = offered({ deps, visit }, params.method);
    if (target === null) return redirect("/register");
    return page<Data>({ target, error: null });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ResendForm);
    const { visit, t } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    const target = offered({ ...ctx.state, visit }, ctx.params.method);
    if (target === null || !form.ok) return redirect("/register");
    const { channel } = form.value;
    const answer = await send(ctx.state, visit, { target, channel });
    switch (answer.kind) {
      case "sent":
      case "waiting":
        return redirect(`/register/${target.method}/code`);
      case "stale":
        return redirect(proofPage(target.method));
      case "closed":
      case "frozen":
        return redirect("/register");
    }
    const channels = channelsOf(visit.policy);
    const error = sendWords(t, answer, { channel, channels, now: visit.now });
    const late = answer.kind === "limit" || answer.kind === "blocked";
    return page<Data>({ target, error }, { status: late ? 429 : 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, visit } = state;
  const { target, error } = data;
  const channels = target.method === "phone"
    ? channelsOf(visit.policy)
    : ["email" as const];
  const { method } = target;
  const to = shownPlace(target);
  const safer = saferWays(t, visit);
  return <Offer {...{ t, csrf, method, to, channels, error, safer }} />;
});

/** What the directory has that this address is about. */
function offered(
  { deps, visit }: Pick<State, "deps"> & { visit: SignedInVisit },
  method: string | undefined,
): Target | null {
  if (method !== "phone" && method !== "email") throw new HttpError(404);
  if (visit.policy.useDirectoryContacts === "no") return null;
  const contact = openContact(deps, visit.session.contact);
  return offersOf(visit.person, contact)[method];
}

/** Asks for a code as if the number or address had been typed. */
async function send(
  { deps, block, t }: State,
  visit: SignedInVisit,
  { target, channel }: { target: Target; channel: "sms" | "voice" | "email" },
) {
  const how = { block, locale: t.tag };
  if (target.method === "email") {
    return await sendEmailCode(deps, visit, {
      ...how,
      address: target.address,
    });
  }
  const { e164: number, region } = target.number;
  const way: PhoneChannel = channel === "voice" ? channel : "sms";
  const request = { ...how, number, region, channel: way, replaces: null };
  return await sendCode(deps, visit, request);
}
