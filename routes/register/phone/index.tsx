import { page } from "fresh";
import { channelsOf, PhoneForm } from "@/components/PhoneForm.tsx";
import { sayErrors } from "@/components/problems.ts";
import CountryPicker from "@/islands/CountryPicker.tsx";
import { guessRegion } from "@/lib/domain/countries.ts";
import { mayChangePhone, sendCode } from "@/lib/flows/send_code.ts";
import { isSignedIn, type Visit } from "@/lib/flows/visit.ts";
import { type AfterProof, proofPage } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import { saferWays } from "@/lib/web/method_pages.ts";
import { PhoneForm as Form } from "@/lib/web/reach_forms.ts";
import { phoneAt, samePhone } from "@/lib/web/phone_place.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { fieldOf, sendWords } from "@/lib/web/send_words.ts";
import { shownNumber } from "@/lib/web/shown_number.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  region: string | null;
  number: string;
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET({ req, url, state: { visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    const old = phoneOf(visit, url);
    const lost = url.searchParams.has("replace") && old === null;
    if (lost) return redirect("/register");
    const replaces = old?.phone.index ?? null;
    const refusal = mayChangePhone(visit, replaces);
    if (refusal?.kind === "stale") return redirect(newProof(visit, url));
    if (refusal !== null) return redirect("/register");
    const region = visit.person.lastRegion ??
      guessRegion(req.headers.get("accept-language"));
    return page<Data>({ region, number: "", errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, Form);
    const { url, state } = ctx;
    const { deps, visit, block, t } = state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) {
      const { country = "", number = "" } = form.typed;
      const errors = sayErrors(t, form.errors, channelNames(state));
      return page<Data>({ region: country, number, errors }, { status: 422 });
    }
    const { country: region, number, channel, confirmedAt } = form.value;
    const place = url.searchParams.get("replace");
    const old = samePhone(visit.person, place, confirmedAt);
    if (place !== null && old === null) return redirect("/register");
    const replaces = old?.phone.index ?? null;
    const request = { number, region, channel, replaces, block, locale: t.tag };
    const answer = await sendCode(deps, visit, request);
    switch (answer.kind) {
      case "sent":
      case "waiting":
        return redirect("/register/phone/code");
      case "stale":
        return redirect(newProof(visit, url));
      case "closed":
      case "frozen":
        return redirect("/register");
    }
    const channels = channelsOf(visit.policy);
    const text = sendWords(t, answer, { channel, channels, now: visit.now });
    const errors = { [fieldOf(answer)]: text };
    const wrong = answer.kind === "number" || answer.kind === "channel";
    return page<Data>({ region, number, errors }, {
      status: wrong ? 422 : 429,
    });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { t, csrf, deps, visit } = state;
  const old = phoneOf(visit, url)?.phone;
  return (
    <PhoneForm
      {...data}
      t={t}
      csrf={csrf}
      policy={visit.policy}
      second={visit.person.phones.length > 0}
      safer={saferWays(t, visit)}
      phone={old
        ? { number: shownNumber(deps, old), confirmedAt: old.confirmedAt }
        : null}
    >
      <CountryPicker
        label={t("phone.country.find")}
        none={t("phone.country.notFound")}
      />
    </PhoneForm>
  );
});

/** The phone that is to be replaced. */
function phoneOf({ person }: Visit, url: URL) {
  return phoneAt(person, url.searchParams.get("replace"));
}

function newProof(visit: Visit, url: URL) {
  const place = phoneOf(visit, url)?.place;
  const next: AfterProof = place === undefined ? "phone" : `phone.${place}`;
  return proofPage(next);
}

function channelNames({ t }: State): { sms: string; voice: string } {
  return { sms: t("phone.sms"), voice: t("phone.voice") };
}
