/** What an authenticator signed, right and in each way wrong. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { checkAssertion } from "@/lib/crypto/assertion.ts";
import { type Attested, checkAttestation } from "@/lib/crypto/attestation.ts";
import { clientFault, type Fault } from "@/lib/crypto/client_data.ts";
import {
  credentialDigest,
  credentialName,
  userHandle,
} from "@/lib/crypto/passkey_ids.ts";
import {
  type Asked,
  HOST,
  makePasskey,
  ORIGIN,
} from "@/tests/support/authenticator.ts";

const CHALLENGE = "Y2hhbGxlbmdlLW9mLXRoaXMtdGVzdC0zMi1ieXRlcyE";
const CEREMONY = { origin: ORIGIN, host: HOST, challenge: CHALLENGE };

async function made(asked: Partial<Asked>): Promise<Attested> {
  const { attestation } = await makePasskey({ challenge: CHALLENGE, ...asked });
  return await checkAttestation(attestation, CEREMONY);
}

Deno.test("checkAttestation() keeps the key, the counter and whether the person was verified", async () => {
  for (const verified of [true, false]) {
    const answer = await made({ verified, counter: 7 });
    assert(answer.ok);
    assertEquals([answer.counter, answer.verified], [7, verified]);
    assert(answer.publicKey.length > 80);
  }
});

Deno.test("checkAttestation() takes a synced passkey, and one that vouches for itself", async () => {
  assertEquals((await made({ synced: true })).ok, true);
  assertEquals((await made({ format: "self" })).ok, true);
});

const WRONG: readonly (readonly [string, Partial<Asked>, Fault])[] = [
  ["another origin", { origin: "https://evil.example" }, "origin"],
  ["another port", { origin: "https://key.example:8443" }, "origin"],
  ["plain http", { origin: "http://key.example" }, "origin"],
  ["a frame of another site", { crossOrigin: true }, "origin"],
  ["another challenge", { challenge: "AAAA" }, "challenge"],
  ["no challenge", { challenge: "" }, "challenge"],
  ["another relying party", { host: "evil.example" }, "proof"],
  ["nobody present", { present: false }, "proof"],
  ["another type", { type: "payment.get" }, "proof"],
];

Deno.test.each(WRONG)(
  "checkAttestation() refuses %s",
  async (_, asked, why) => {
    assertEquals(await made(asked), { ok: false, why });
  },
);

Deno.test.each(["packed", "apple", "android-safetynet", "fido-u2f", "none2"])(
  "checkAttestation() refuses an empty statement of the format %s",
  async (format) => {
    assertEquals(await made({ format }), { ok: false, why: "proof" });
  },
);

Deno.test("checkAttestation() refuses the ID of another passkey", async () => {
  const asked = { challenge: CHALLENGE };
  const [one, two] = [await makePasskey(asked), await makePasskey(asked)];
  const foreign = { ...one.attestation, id: two.id };
  const answer = await checkAttestation(foreign, CEREMONY);
  assertEquals(answer, { ok: false, why: "proof" });
});

Deno.test.each(["", "AAAA", "_____w", "o2NmbXQ", "=", "日本"])(
  "checkAttestation() refuses %s in place of a key, and of client data",
  async (junk) => {
    const { attestation } = await makePasskey({ challenge: CHALLENGE });
    for (const part of ["attestationObject", "clientDataJSON"] as const) {
      const broken = { ...attestation, [part]: junk };
      const answer = await checkAttestation(broken, CEREMONY);
      assertEquals(answer, { ok: false, why: "proof" });
    }
  },
);

Deno.test("checkAttestation() does not take the use of a passkey for its making", async () => {
  assertEquals(await made({ type: "webauthn.get" }), {
    ok: false,
    why: "proof",
  });
});

async function used(asked: Partial<Asked>) {
  const passkey = await makePasskey({ challenge: CHALLENGE });
  const kept = await checkAttestation(passkey.attestation, CEREMONY);
  const key = kept.ok ? kept.publicKey : "";
  const assertion = await passkey.assert({ challenge: CHALLENGE, ...asked });
  return { assertion, key };
}

Deno.test("checkAssertion() tells the counter and whether the person was verified", async () => {
  for (const verified of [true, false]) {
    const { assertion, key } = await used({ verified, counter: 9 });
    const answer = await checkAssertion(assertion, CEREMONY, key);
    assertEquals(answer, { ok: true, counter: 9, verified });
  }
});

Deno.test.each(WRONG)("checkAssertion() refuses %s", async (_, asked, why) => {
  const { assertion, key } = await used(asked);
  const answer = await checkAssertion(assertion, CEREMONY, key);
  assertEquals(answer, { ok: false, why });
});

Deno.test("checkAssertion() refuses another key, a changed counter and a broken signature", async () => {
  const { assertion, key } = await used({});
  const other = await used({ counter: 5 });
  const { authenticatorData } = other.assertion;
  const no = { ok: false, why: "proof" } as const;
  assertEquals(await checkAssertion(assertion, CEREMONY, other.key), no);
  for (
    const change of [{ authenticatorData }, { signature: "MAYCAQECAQE" }, {
      signature: "",
    }]
  ) {
    const broken = { ...assertion, ...change };
    assertEquals(await checkAssertion(broken, CEREMONY, key), no);
  }
  assertEquals(await checkAssertion(assertion, CEREMONY, ""), no);
});

Deno.test("clientFault() knows what is not client data", () => {
  for (const json of ["null", "[]", "1", '{"type":"webauthn.get"}', "{"]) {
    const fault = clientFault(btoa(json), "webauthn.get", CEREMONY);
    assertEquals(fault, "proof");
  }
});

Deno.test("userHandle() is the same for ever and names nobody", () => {
  assertEquals(userHandle("a-ann"), userHandle("a-ann"));
  assertNotEquals(userHandle("a-ann"), userHandle("a-ben"));
  assertEquals(userHandle("a-ann").includes("ann"), false);
  assert(credentialDigest("x").startsWith(credentialName("x")));
});
