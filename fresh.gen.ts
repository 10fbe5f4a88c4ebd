// Written by `deno task manifest`. Do not edit; commit it.
import * as routesApp from "./routes/_app.tsx";
import * as routesError from "./routes/_error.tsx";
import * as routesMiddleware from "./routes/_middleware.ts";
import * as islandsCodeInput from "./islands/CodeInput.tsx";
import * as islandsCountryPicker from "./islands/CountryPicker.tsx";
import type { Manifest } from "@/lib/fresh/manifest.ts";

const manifest: Manifest = {
  routes: {
    "./routes/_app.tsx": routesApp,
    "./routes/_error.tsx": routesError,
    "./routes/_middleware.ts": routesMiddleware,
    "./routes/change.tsx": () => import("./routes/change.tsx"),
    "./routes/dev/outbox.json.ts": () => import("./routes/dev/outbox.json.ts"),
    "./routes/dev/outbox.tsx": () => import("./routes/dev/outbox.tsx"),
    "./routes/healthz.ts": () => import("./routes/healthz.ts"),
    "./routes/index.tsx": () => import("./routes/index.tsx"),
    "./routes/passwordreset.ts": () => import("./routes/passwordreset.ts"),
    "./routes/readyz.ts": () => import("./routes/readyz.ts"),
    "./routes/register/index.tsx": () => import("./routes/register/index.tsx"),
    "./routes/register/password.tsx": () => import("./routes/register/password.tsx"),
    "./routes/register/phone/code.tsx": () => import("./routes/register/phone/code.tsx"),
    "./routes/register/phone/index.tsx": () => import("./routes/register/phone/index.tsx"),
    "./routes/register/phone/remove.tsx": () => import("./routes/register/phone/remove.tsx"),
    "./routes/register/phone/resend.tsx": () => import("./routes/register/phone/resend.tsx"),
    "./routes/register/thanks.tsx": () => import("./routes/register/thanks.tsx"),
    "./routes/reset.tsx": () => import("./routes/reset.tsx"),
    "./routes/sign-out.ts": () => import("./routes/sign-out.ts"),
    "./routes/ssprsetup.ts": () => import("./routes/ssprsetup.ts"),
  },
  islands: {
    "./islands/CodeInput.tsx": islandsCodeInput,
    "./islands/CountryPicker.tsx": islandsCountryPicker,
  },
  baseUrl: import.meta.url,
};

export default manifest;
