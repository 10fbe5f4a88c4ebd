import { page } from "fresh";
import { ProveCode } from "@/components/ProveCode.tsx";
import { ResetAgain } from "@/components/ResetAgain.tsx";
import { isProofFor } from "@/lib/domain/purpose.ts";
import { readForm } from "@/lib/web/form.ts";
import { admit } from "@/lib/web/proof_pages/page.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { resetCodeProps } from "@/lib/web/reset_code_page.ts";
import { ResetAgainForm } from "@/lib/web/reset_forms.ts";
import { RESET } from "@/lib/web/reset_run.ts";
import { sendAgain } from "@/lib/web/reset_send.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  /** Where somebody comes to who reloads this address or changes the language on it. */
  GET: () => redirect("/reset/prove/code"),

  async POST(ctx) {
    const form = await readForm(ctx, ResetAgainForm);
    const at = admit(RESET, ctx, "send");
    if (at instanceof Response) return at;
    const { verification } = at.visit;
    if (verification === null || !isProofFor(verification.purpose, "reset")) {
      return redirect("/reset/prove/send");
    }
    if (!form.ok) {
      const errors = { channel: ctx.state.t("prove.where.missing") };
      return page<Data>({ errors }, { status: 422 });
    }
    const unsent = await sendAgain(at, form.value.channel);
    if (unsent === null) return redirect("/reset/prove/code");
    const { errors, status } = unsent;
    return page<Data>({ errors }, { status });
  },
});

export default define.page<typeof handler>((request) => {
  const { prove, sent } = resetCodeProps(request);
  const { t, csrf } = prove;
  return (
    <ProveCode {...prove} action="/reset/prove/code">
      <ResetAgain t={t} csrf={csrf} {...sent} />
    </ProveCode>
  );
});
