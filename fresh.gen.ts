// Written by `deno task manifest`. Do not edit; commit it.
import * as routesApp from "./routes/_app.tsx";
import * as routesError from "./routes/_error.tsx";
import * as routesMiddleware from "./routes/_middleware.ts";
import * as routesRegisterLayout from "./routes/register/_layout.tsx";
import * as routesRegisterMiddleware from "./routes/register/_middleware.ts";
import * as routesResetLayout from "./routes/reset/_layout.tsx";
import * as routesResetMiddleware from "./routes/reset/_middleware.ts";
import * as islandsCodeInput from "./islands/CodeInput.tsx";
import * as islandsCountryPicker from "./islands/CountryPicker.tsx";
import * as islandsPasskeyPasskeyAutofill from "./islands/passkey/PasskeyAutofill.tsx";
import * as islandsPasskeyPasskeyButton from "./islands/passkey/PasskeyButton.tsx";
import * as islandsPasswordPasswordField from "./islands/password/PasswordField.tsx";
import type { Manifest } from "@/lib/fresh/manifest.ts";

const manifest: Manifest = {
  routes: {
    "./routes/.well-known/change-password.ts": () => import("./routes/.well-known/change-password.ts"),
    "./routes/.well-known/jwks.json.ts": () => import("./routes/.well-known/jwks.json.ts"),
    "./routes/.well-known/passkey-endpoints.ts": () => import("./routes/.well-known/passkey-endpoints.ts"),
    "./routes/_app.tsx": routesApp,
    "./routes/_error.tsx": routesError,
    "./routes/_middleware.ts": routesMiddleware,
    "./routes/api/v1/registration/[name].ts": () => import("./routes/api/v1/registration/[name].ts"),
    "./routes/change/done.tsx": () => import("./routes/change/done.tsx"),
    "./routes/change/index.tsx": () => import("./routes/change/index.tsx"),
    "./routes/dev/outbox.json.ts": () => import("./routes/dev/outbox.json.ts"),
    "./routes/dev/outbox.tsx": () => import("./routes/dev/outbox.tsx"),
    "./routes/healthz.ts": () => import("./routes/healthz.ts"),
    "./routes/index.tsx": () => import("./routes/index.tsx"),
    "./routes/passwordreset.ts": () => import("./routes/passwordreset.ts"),
    "./routes/readyz.ts": () => import("./routes/readyz.ts"),
    "./routes/register/[method]/code.tsx": () => import("./routes/register/[method]/code.tsx"),
    "./routes/register/[method]/resend.tsx": () => import("./routes/register/[method]/resend.tsx"),
    "./routes/register/_layout.tsx": routesRegisterLayout,
    "./routes/register/_middleware.ts": routesRegisterMiddleware,
    "./routes/register/app/index.tsx": () => import("./routes/register/app/index.tsx"),
    "./routes/register/app/remove.tsx": () => import("./routes/register/app/remove.tsx"),
    "./routes/register/email/index.tsx": () => import("./routes/register/email/index.tsx"),
    "./routes/register/email/remove.tsx": () => import("./routes/register/email/remove.tsx"),
    "./routes/register/index.tsx": () => import("./routes/register/index.tsx"),
    "./routes/register/lift.tsx": () => import("./routes/register/lift.tsx"),
    "./routes/register/offer/[method].tsx": () => import("./routes/register/offer/[method].tsx"),
    "./routes/register/passkey/index.tsx": () => import("./routes/register/passkey/index.tsx"),
    "./routes/register/passkey/remove/[key].tsx": () => import("./routes/register/passkey/remove/[key].tsx"),
    "./routes/register/passkey/rename/[key].tsx": () => import("./routes/register/passkey/rename/[key].tsx"),
    "./routes/register/phone/default.tsx": () => import("./routes/register/phone/default.tsx"),
    "./routes/register/phone/index.tsx": () => import("./routes/register/phone/index.tsx"),
    "./routes/register/phone/remove.tsx": () => import("./routes/register/phone/remove.tsx"),
    "./routes/register/practice/app.tsx": () => import("./routes/register/practice/app.tsx"),
    "./routes/register/practice/code.tsx": () => import("./routes/register/practice/code.tsx"),
    "./routes/register/practice/done.tsx": () => import("./routes/register/practice/done.tsx"),
    "./routes/register/practice/index.tsx": () => import("./routes/register/practice/index.tsx"),
    "./routes/register/practice/passkey.tsx": () => import("./routes/register/practice/passkey.tsx"),
    "./routes/register/practice/questions.tsx": () => import("./routes/register/practice/questions.tsx"),
    "./routes/register/practice/recovery-code.tsx": () => import("./routes/register/practice/recovery-code.tsx"),
    "./routes/register/practice/resend.tsx": () => import("./routes/register/practice/resend.tsx"),
    "./routes/register/practice/send.tsx": () => import("./routes/register/practice/send.tsx"),
    "./routes/register/prove/app.tsx": () => import("./routes/register/prove/app.tsx"),
    "./routes/register/prove/code.tsx": () => import("./routes/register/prove/code.tsx"),
    "./routes/register/prove/index.tsx": () => import("./routes/register/prove/index.tsx"),
    "./routes/register/prove/passkey.tsx": () => import("./routes/register/prove/passkey.tsx"),
    "./routes/register/prove/recovery-code.tsx": () => import("./routes/register/prove/recovery-code.tsx"),
    "./routes/register/prove/send.tsx": () => import("./routes/register/prove/send.tsx"),
    "./routes/register/questions/index.tsx": () => import("./routes/register/questions/index.tsx"),
    "./routes/register/questions/remove.tsx": () => import("./routes/register/questions/remove.tsx"),
    "./routes/register/recovery-codes/index.tsx": () => import("./routes/register/recovery-codes/index.tsx"),
    "./routes/register/recovery-codes/remove.tsx": () => import("./routes/register/recovery-codes/remove.tsx"),
    "./routes/register/recovery-codes/replace.tsx": () => import("./routes/register/recovery-codes/replace.tsx"),
    "./routes/register/recovery-codes/save.ts": () => import("./routes/register/recovery-codes/save.ts"),
    "./routes/register/required.tsx": () => import("./routes/register/required.tsx"),
    "./routes/register/return.tsx": () => import("./routes/register/return.tsx"),
    "./routes/register/review.tsx": () => import("./routes/register/review.tsx"),
    "./routes/register/sign-in.tsx": () => import("./routes/register/sign-in.tsx"),
    "./routes/register/thanks.tsx": () => import("./routes/register/thanks.tsx"),
    "./routes/reset/_layout.tsx": routesResetLayout,
    "./routes/reset/_middleware.ts": routesResetMiddleware,
    "./routes/reset/done.tsx": () => import("./routes/reset/done.tsx"),
    "./routes/reset/help.tsx": () => import("./routes/reset/help.tsx"),
    "./routes/reset/index.tsx": () => import("./routes/reset/index.tsx"),
    "./routes/reset/link.tsx": () => import("./routes/reset/link.tsx"),
    "./routes/reset/password.tsx": () => import("./routes/reset/password.tsx"),
    "./routes/reset/prove/app.tsx": () => import("./routes/reset/prove/app.tsx"),
    "./routes/reset/prove/code.tsx": () => import("./routes/reset/prove/code.tsx"),
    "./routes/reset/prove/index.tsx": () => import("./routes/reset/prove/index.tsx"),
    "./routes/reset/prove/passkey.tsx": () => import("./routes/reset/prove/passkey.tsx"),
    "./routes/reset/prove/questions.tsx": () => import("./routes/reset/prove/questions.tsx"),
    "./routes/reset/prove/recovery-code.tsx": () => import("./routes/reset/prove/recovery-code.tsx"),
    "./routes/reset/prove/resend.tsx": () => import("./routes/reset/prove/resend.tsx"),
    "./routes/reset/prove/send.tsx": () => import("./routes/reset/prove/send.tsx"),
    "./routes/reset/unlock.tsx": () => import("./routes/reset/unlock.tsx"),
    "./routes/reset/why.tsx": () => import("./routes/reset/why.tsx"),
    "./routes/sign-out.ts": () => import("./routes/sign-out.ts"),
    "./routes/ssprsetup.ts": () => import("./routes/ssprsetup.ts"),
    "./routes/stop/done.tsx": () => import("./routes/stop/done.tsx"),
    "./routes/stop/index.tsx": () => import("./routes/stop/index.tsx"),
  },
  islands: {
    "./islands/CodeInput.tsx": islandsCodeInput,
    "./islands/CountryPicker.tsx": islandsCountryPicker,
    "./islands/passkey/PasskeyAutofill.tsx": islandsPasskeyPasskeyAutofill,
    "./islands/passkey/PasskeyButton.tsx": islandsPasskeyPasskeyButton,
    "./islands/password/PasswordField.tsx": islandsPasswordPasswordField,
  },
  baseUrl: import.meta.url,
};

export default manifest;
