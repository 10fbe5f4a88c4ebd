import { page } from "fresh";
import { regionsOf } from "@/components/PhoneForm.tsx";
import { ResetSend } from "@/components/ResetSend.tsx";
import { sayErrors } from "@/components/problems.ts";
import { guessRegion } from "@/lib/domain/countries.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { readForm } from "@/lib/web/form.ts";
import { admit, framed } from "@/lib/web/proof_pages/page.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { ResetSendForm } from "@/lib/web/reset_forms.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import {
  sendTo,
  type ShownDestination,
  shownDestinations,
} from "@/lib/web/reset_send.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  phones: readonly ShownDestination[];
  emails: readonly ShownDestination[];
  region: string | null;
  number: string;
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET(ctx) {
    const at = admit(RESET, ctx, "send");
    if (at instanceof Response) return at;
    const region = guessRegion(ctx.req.headers.get("accept-language"));
    const shown = shownDestinations(at);
    return page<Data>({ ...shown, region, number: "", errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, ResetSendForm);
    const at = admit(RESET, ctx, "send");
    if (at instanceof Response) return at;
    const { deps, t } = ctx.state;
    const { country: region = "", number = "" } = form.ok
      ? form.value
      : form.typed;
    const again = { ...shownDestinations(at), region, number };
    if (!form.ok) {
      const errors = sayErrors(t, form.errors);
      return page<Data>({ ...again, errors }, { status: 422 });
    }
    const found = resetDestinations(deps, at.visit)[form.value.to];
    if (found === undefined) {
      const errors = { to: t("prove.where.missing") };
      return page<Data>({ ...again, errors }, { status: 422 });
    }
    const unsent = await sendTo(at, found, { number, region });
    if (unsent === null) return redirect("/reset/prove/code");
    const { errors, status } = unsent;
    return page<Data>({ ...again, errors }, { status });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => (
  <ResetSend
    {...framed(RESET, { state, url })}
    {...data}
    regions={regionsOf(state.reset?.policy ?? state.visit.policy)}
  />
));
