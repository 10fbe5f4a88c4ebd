/**
 * The posted sign-in form.
 *
 * Apart from the page: what follows a sign-in takes several times as long to
 * load as the form, which is the first page that a started server shows.
 *
 * @module
 */
import type { Arrival } from "@/lib/domain/arrival.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { arrivalPage } from "@/lib/web/arrival.ts";
import { readDevice, withDevice } from "@/lib/web/device_cookie.ts";
import { readForm } from "@/lib/web/form.ts";
import { SignInForm } from "@/lib/web/forms.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { hasReturn } from "@/lib/web/return_cookie.ts";
import { withSession } from "@/lib/web/session_cookie.ts";
import type { State } from "@/lib/web/state.ts";

/** What the form shows again. */
export interface NotSignedIn {
  /** The name as it was typed. */
  userName: string;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, Key>>;
}

/** Signs the person in and sends them on, or says what the form shows. Throws what `readForm` throws. */
export async function postSignIn(
  ctx: { req: Request; state: State },
): Promise<Response | NotSignedIn> {
  const form = await readForm(ctx, SignInForm);
  if (!form.ok) {
    return { userName: form.typed.userName ?? "", errors: form.errors };
  }
  const { deps, block, site } = ctx.state;
  const device = readDevice(ctx.req.headers, site);
  const signedIn = await signIn(deps, { ...form.value, block, device });
  if (!signedIn.ok) {
    const { userName } = form.value;
    return { userName, errors: { "": "signIn.refused" } };
  }
  return enterPortal(ctx, signedIn);
}

/** Sends somebody who has just signed in to their first page, with the cookies of the session and the device. */
export function enterPortal(
  { req, state: { site } }: { req: Request; state: State },
  { cookie, arrival, device }: {
    cookie: string;
    arrival: Arrival;
    device?: string | undefined;
  },
): Response {
  const sent = hasReturn(req.headers, site);
  const first = redirect(arrivalPage(arrival, sent));
  return withDevice(withSession(first, cookie, site), device, site);
}
