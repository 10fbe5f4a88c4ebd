/** What a person of a test has on file: it opens pages, and nothing typed is right for it. */
import { credentialName } from "@/lib/crypto/passkey_ids.ts";
import { RECIPE } from "@/lib/domain/answer_text.ts";
import type { Person } from "@/lib/domain/person.ts";
import { BEFORE } from "@/tests/support/moments.ts";
import { appOf, emailOf, phoneOf } from "@/tests/support/people.ts";
import type { Site } from "@/tests/support/site.ts";

/** How much of it. */
export type Has = "all" | "nothing" | "phone" | "frozen";

/** A passkey that signs nothing. */
export const KEY = {
  id: "a2V5",
  publicKey: "a2V5",
  counter: 0,
  transports: ["internal"],
  name: "Laptop",
  verified: true,
  confirmedAt: BEFORE,
  usedAt: null,
};

/** A hash that costs next to nothing to check, and that nothing typed has. */
const HASH = `k1.$argon2id$v=19$m=8,t=1,p=1$${"A".repeat(22)}$${
  "A".repeat(43)
}`;

/** What stands for the named parts of an address. */
export const NAMED: Readonly<Record<string, string>> = {
  "[method]": "phone",
  "[key]": credentialName(KEY.id),
};

/** All that can be on file, and parts of it. */
export function onFile({ deps }: Site): Record<Has, Partial<Person>> {
  const first = phoneOf(deps, "+819012345634", BEFORE);
  const email = emailOf(deps, "ann@example.com", BEFORE);
  const answers = ["lost", "tent", "seat"]
    .map((question) => ({ question, hash: HASH }));
  const doubt = { frozenAt: deps.now(), doubtedSince: BEFORE + 1 };
  return {
    all: {
      phones: [first, phoneOf(deps, "+819012345635", BEFORE)],
      email,
      totp: appOf(deps, BEFORE),
      recoveryCodes: { hashes: [HASH], confirmedAt: BEFORE },
      passkeys: [KEY],
      questions: {
        answers,
        asking: [0, 1, 2],
        recipe: RECIPE,
        confirmedAt: BEFORE,
      },
    },
    nothing: {},
    phone: { phones: [first] },
    frozen: { phones: [first], email, ...doubt },
  };
}
