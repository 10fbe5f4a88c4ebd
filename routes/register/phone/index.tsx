import { page } from "fresh";
import { channelsOf, PhoneForm } from "@/components/PhoneForm.tsx";
import { sayErrors } from "@/components/problems.ts";
import CountryPicker from "@/islands/CountryPicker.tsx";
import { guessRegion } from "@/lib/domain/countries.ts";
import { mayChangePhone, sendCode } from "@/lib/flows/send_code.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { PhoneForm as Form } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { fieldOf, sendWords } from "@/lib/web/send_words.ts";
import { shownNumber } from "@/lib/web/shown_number.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  region: string | null;
  number: string;
  errors: Readonly<Record<string, string>>;
}

const NEW_PROOF = "/register/password?next=phone";

export const handler = define.handlers({
  GET({ req, state: { visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    const refusal = mayChangePhone(visit);
    if (refusal) {
      return redirect(refusal.kind === "stale" ? NEW_PROOF : "/register");
    }
    const region = visit.person.lastRegion ??
      guessRegion(req.headers.get("accept-language"));
    return page<Data>({ region, number: "", errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, Form);
    const { deps, visit, block, t } = ctx.state;
    if (!isSignedIn(visit)) return redirect("/register");
    if (!form.ok) {
      const { country = "", number = "" } = form.typed;
      const errors = sayErrors(t, form.errors, channelNames(ctx.state));
      return page<Data>({ region: country, number, errors }, { status: 422 });
    }
    const { country: region, number, channel } = form.value;
    const request = { number, region, channel, block, locale: t.tag };
    const answer = await sendCode(deps, visit, request);
    switch (answer.kind) {
      case "sent":
      case "waiting":
        return redirect("/register/phone/code");
      case "stale":
        return redirect(NEW_PROOF);
      case "closed":
        return redirect("/register");
    }
    const channels = channelsOf(visit.policy);
    const text = sendWords(t, answer, { channel, channels, now: visit.now });
    const errors = { [fieldOf(answer)]: text };
    const tooOften = answer.kind === "limit" || answer.kind === "blocked";
    const status = tooOften ? 429 : 422;
    return page<Data>({ region, number, errors }, { status });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, deps, visit } = state;
  return (
    <PhoneForm
      {...data}
      t={t}
      csrf={csrf}
      policy={visit.policy}
      phone={shownNumber(deps, visit.person.phone)}
    >
      <CountryPicker
        label={t("phone.country.find")}
        chosen={t("phone.country.chosen")}
        none={t("phone.country.notFound")}
      />
    </PhoneForm>
  );
});

function channelNames({ t }: State): { sms: string; voice: string } {
  return { sms: t("phone.sms"), voice: t("phone.voice") };
}
