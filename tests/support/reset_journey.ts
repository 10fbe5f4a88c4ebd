/**
 * A reset by text as a person walks it.
 *
 * @module
 */
import { arrive, type Registrant } from "@/tests/support/journey.ts";
import type { Shown, Visitor } from "@/tests/support/visitor.ts";

/** Who has lost a password, and has that phone on file. */
export type Lost = Pick<Registrant, "userName" | "number">;

/** The pages from the first to the last, by name. */
export type ResetStep = "who" | "send" | "code" | "password" | "done";

/** What each step showed. */
export type ResetWalk = Readonly<Record<ResetStep, Shown>>;

/** What is set. */
const NEW_PASSWORD = "violet harbour lantern 42";

/** Walks from the identifier to the end; `fetched` fetches what was sent. */
export async function walkReset(
  visitor: Visitor,
  { userName: identifier, number }: Lost,
  fetched: () => Promise<string>,
): Promise<ResetWalk> {
  const who = await arrive(visitor.open("/reset"), "/reset");
  const send = await arrive(
    visitor.send({ identifier }),
    "/reset/prove/send",
  );
  const code = await arrive(
    visitor.send({ to: "0", number }),
    "/reset/prove/code",
  );
  const password = await arrive(
    visitor.send({ code: await fetched() }),
    "/reset/password",
  );
  const done = await arrive(
    visitor.send({ newPassword: NEW_PASSWORD }),
    "/reset/done",
  );
  return { who, send, code, password, done };
}
