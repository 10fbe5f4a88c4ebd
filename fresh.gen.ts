// Written by `deno task manifest`. Do not edit; commit it.
import * as routesApp from "./routes/_app.tsx";
import * as routesError from "./routes/_error.tsx";
import * as routesMiddleware from "./routes/_middleware.ts";
import * as islandsCodeInput from "./islands/CodeInput.tsx";
import * as islandsCountryPicker from "./islands/CountryPicker.tsx";
import * as islandsPasskeyPasskeyButton from "./islands/passkey/PasskeyButton.tsx";
import type { Manifest } from "@/lib/fresh/manifest.ts";

const manifest: Manifest = {
  routes: {
    "./routes/.well-known/jwks.json.ts": () => import("./routes/.well-known/jwks.json.ts"),
    "./routes/.well-known/passkey-endpoints.ts": () => import("./routes/.well-known/passkey-endpoints.ts"),
    "./routes/_app.tsx": routesApp,
    "./routes/_error.tsx": routesError,
    "./routes/_middleware.ts": routesMiddleware,
    "./routes/api/v1/registration/[name].ts": () => import("./routes/api/v1/registration/[name].ts"),
    "./routes/change.tsx": () => import("./routes/change.tsx"),
    "./routes/dev/outbox.json.ts": () => import("./routes/dev/outbox.json.ts"),
    "./routes/dev/outbox.tsx": () => import("./routes/dev/outbox.tsx"),
    "./routes/healthz.ts": () => import("./routes/healthz.ts"),
    "./routes/index.tsx": () => import("./routes/index.tsx"),
    "./routes/passwordreset.ts": () => import("./routes/passwordreset.ts"),
    "./routes/readyz.ts": () => import("./routes/readyz.ts"),
    "./routes/register/[method]/code.tsx": () => import("./routes/register/[method]/code.tsx"),
    "./routes/register/[method]/resend.tsx": () => import("./routes/register/[method]/resend.tsx"),
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
    "./routes/register/practice/recovery-code.tsx": () => import("./routes/register/practice/recovery-code.tsx"),
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
    "./routes/register/thanks.tsx": () => import("./routes/register/thanks.tsx"),
    "./routes/reset.tsx": () => import("./routes/reset.tsx"),
    "./routes/sign-out.ts": () => import("./routes/sign-out.ts"),
    "./routes/ssprsetup.ts": () => import("./routes/ssprsetup.ts"),
    "./routes/stop/done.tsx": () => import("./routes/stop/done.tsx"),
    "./routes/stop/index.tsx": () => import("./routes/stop/index.tsx"),
  },
  islands: {
    "./islands/CodeInput.tsx": islandsCodeInput,
    "./islands/CountryPicker.tsx": islandsCountryPicker,
    "./islands/passkey/PasskeyButton.tsx": islandsPasskeyPasskeyButton,
  },
  baseUrl: import.meta.url,
};

export default manifest;
