/**
 * The page of a reset, and of a practice of one, on which a code is asked for: to
 * a phone only by whoever types its whole number.
 *
 * @module
 */
import { page } from "fresh";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import type { RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import { readForm } from "@/lib/web/form.ts";
import { admit, framed, type ProofPage } from "@/lib/web/proof_pages/page.ts";
import type { ProofRun } from "@/lib/web/proof_pages/run.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { ResetSendForm } from "@/lib/web/reset_forms.ts";
import {
  sendTo,
  type ShownDestination,
  shownDestinations,
} from "@/lib/web/reset_send.ts";

/** What a handler leaves for its page. */
export interface NumberData {
  /** A button for each way to a phone. */
  phones: readonly ShownDestination[];
  /** A button for each address. */
  emails: readonly ShownDestination[];
  /** The number as it was typed. */
  number: string;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
}

/** The page with the field for a number, and a button for each way in which a code can come. */
export function numberPage<Own extends RunVisit>(
  run: ProofRun<Own>,
): ProofPage<NumberData, NumberData> {
  return {
    handler: {
      GET(ctx) {
        const at = admit(run, ctx, "send");
        if (at instanceof Response) return at;
        return page({ ...shownDestinations(at), number: "", errors: {} });
      },
      async POST(ctx) {
        const form = await readForm(ctx, ResetSendForm);
        const at = admit(run, ctx, "send");
        if (at instanceof Response) return at;
        const { deps, t } = at.state;
        const { number = "" } = form.ok ? form.value : form.typed;
        const show = (errors: NumberData["errors"], status: number) =>
          page({ ...shownDestinations(at), number, errors }, { status });
        if (!form.ok) {
          const errors = Object.entries(form.errors)
            .map(([field, key]) => [field, t(key)] as const);
          return show(Object.fromEntries(errors), 422);
        }
        const found = resetDestinations(deps, at.visit)[form.value.to];
        if (!found) return show({ to: t("prove.where.missing") }, 422);
        const unsent = await sendTo(at, found, number);
        return unsent === null
          ? redirect(run.page("code", ctx.url))
          : show(unsent.errors, unsent.status);
      },
    },
    props: ({ data, state, url }) => ({
      ...framed(run, { state, url }),
      ...data,
    }),
  };
}
