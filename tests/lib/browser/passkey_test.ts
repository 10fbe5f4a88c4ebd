import { assertEquals } from "@std/assert";
import {
  askPasskey,
  fillsPasskeys,
  hasPasskeys,
  type PasskeyOptions,
} from "@/lib/browser/passkey.ts";

const BYTES = Uint8Array.of(251, 255, 190, 0, 1);
const TEXT = "-_--AAE";

/** What the browser was asked, where it answers `response`. */
async function ask(
  deed: "create" | "get",
  options: PasskeyOptions,
  response: Record<string, unknown>,
) {
  const asked: { publicKey: PasskeyOptions }[] = [];
  const answer = (options: { publicKey: PasskeyOptions }) => {
    asked.push(options);
    return Promise.resolve({ id: TEXT, response });
  };
  const credentials = { create: answer, get: answer };
  Object.defineProperty(navigator, "credentials", {
    value: credentials,
    configurable: true,
  });
  try {
    const said = JSON.parse(await askPasskey(deed, options));
    return { said, asked: asked[0]?.publicKey };
  } finally {
    Reflect.deleteProperty(navigator, "credentials");
  }
}

Deno.test("askPasskey() makes a passkey from the server's JSON, and answers in it", async () => {
  const options = {
    challenge: TEXT,
    user: { id: TEXT, name: "ann" },
    excludeCredentials: [{ id: TEXT, type: "public-key" }],
    attestation: "none",
  };
  const response = {
    clientDataJSON: BYTES.buffer,
    attestationObject: BYTES.buffer,
    getTransports: () => ["usb"],
  };
  const { said, asked } = await ask("create", options, response);
  assertEquals({ ...asked }, {
    challenge: BYTES,
    user: { id: BYTES, name: "ann" },
    excludeCredentials: [{ id: BYTES, type: "public-key" }],
    allowCredentials: undefined,
    attestation: "none",
  } as never);
  assertEquals(said, {
    id: TEXT,
    clientDataJSON: TEXT,
    attestationObject: TEXT,
    transports: ["usb"],
  });
});

Deno.test("askPasskey() makes one in a browser that tells no transports", async () => {
  const response = {
    clientDataJSON: BYTES.buffer,
    attestationObject: BYTES.buffer,
  };
  const { said } = await ask("create", { challenge: TEXT }, response);
  assertEquals(said.transports, []);
});

Deno.test("askPasskey() uses a passkey, with and without a user handle", async () => {
  const options = { challenge: TEXT, allowCredentials: [{ id: TEXT }] };
  for (const userHandle of [BYTES.buffer, null]) {
    const response = {
      clientDataJSON: BYTES.buffer,
      authenticatorData: BYTES.buffer,
      signature: BYTES.buffer,
      userHandle,
    };
    const { said } = await ask("get", options, response);
    assertEquals(said, {
      id: TEXT,
      clientDataJSON: TEXT,
      authenticatorData: TEXT,
      signature: TEXT,
      userHandle: userHandle && TEXT,
    });
  }
});

Deno.test("askPasskey() asks where a field offers passkeys only where it is told to", async () => {
  const asked: unknown[] = [];
  const get = (options: { mediation?: string }) => {
    asked.push(options.mediation);
    return Promise.reject(new DOMException("", "NotAllowedError"));
  };
  const credentials = { value: { get }, configurable: true };
  Object.defineProperty(navigator, "credentials", credentials);
  try {
    const options = { challenge: TEXT };
    await askPasskey("get", options).catch(() => {});
    await askPasskey("get", options, "conditional").catch(() => {});
  } finally {
    Reflect.deleteProperty(navigator, "credentials");
  }
  assertEquals(asked, [undefined, "conditional"]);
});

Deno.test("fillsPasskeys() is true only where the browser says that its fields offer them", async () => {
  assertEquals(await fillsPasskeys(), false);
  const says = [
    undefined,
    () => Promise.resolve(false),
    () => Promise.resolve(true),
  ];
  const answers: boolean[] = [];
  const credentials = { value: {}, configurable: true };
  Object.defineProperty(navigator, "credentials", credentials);
  try {
    for (const isConditionalMediationAvailable of says) {
      const PublicKeyCredential = { isConditionalMediationAvailable };
      Object.assign(globalThis, { PublicKeyCredential });
      answers.push(await fillsPasskeys());
    }
  } finally {
    Reflect.deleteProperty(navigator, "credentials");
    Reflect.deleteProperty(globalThis, "PublicKeyCredential");
  }
  assertEquals(answers, [false, false, true]);
});

Deno.test("hasPasskeys() is false where there is no such thing", () => {
  assertEquals(hasPasskeys(), false);
});
