/** Passkeys of the people of a test's world. */
import type { Assertion } from "@/lib/crypto/assertion.ts";
import { userHandle } from "@/lib/crypto/passkey_ids.ts";
import {
  type AddAnswer,
  addPasskey,
} from "@/lib/flows/passkeys/add_passkey.ts";
import { offerPasskey } from "@/lib/flows/passkeys/offer_passkey.ts";
import { offerPasskeyProof } from "@/lib/flows/proofs/prove_passkey.ts";
import {
  type Asked,
  makePasskey,
  type SoftPasskey,
} from "@/tests/support/authenticator.ts";
import type { World } from "@/tests/support/world.ts";

/** Asks for a passkey and makes one; what is wrong with it is `asked`. */
export async function made(
  world: World,
  cookie: string,
  asked: Partial<Asked> = {},
): Promise<SoftPasskey> {
  const visit = await world.visit(cookie);
  const { challenge } = await offerPasskey(world, visit);
  await world.settle();
  return await makePasskey({ challenge, ...asked });
}

/** Sends a passkey that was made. */
export async function send(
  world: World,
  cookie: string,
  { attestation, name = "Laptop" }: SoftPasskey & { name?: string },
): Promise<AddAnswer> {
  const visit = await world.visit(cookie);
  const answer = await addPasskey(world, visit, { name, made: attestation });
  await world.settle();
  return answer;
}

/** Adds a passkey. */
export async function added(
  world: World,
  cookie: string,
  asked: Partial<Asked> = {},
): Promise<SoftPasskey> {
  const passkey = await made(world, cookie, asked);
  const { kind } = await send(world, cookie, passkey);
  if (kind !== "added") throw new Error(`The passkey was not added: ${kind}`);
  return passkey;
}

/** Asks for a proof and uses the passkey for it; what is wrong with that is `asked`. */
export async function used(
  world: World,
  cookie: string,
  { passkey, ...asked }: { passkey: SoftPasskey } & Partial<Asked> & {
    userHandle?: string | null;
  },
): Promise<Assertion> {
  const visit = await world.visit(cookie);
  const options = await offerPasskeyProof(world, visit);
  await world.settle();
  const challenge = options?.challenge ?? "";
  const handle = userHandle(visit.session.account);
  return await passkey.assert({ challenge, userHandle: handle, ...asked });
}
