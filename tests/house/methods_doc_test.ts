/** The table of methods in docs/security.md is what the rule of recovery allows. */
import { assertEquals } from "@std/assert";
import { mayReset, type Proof, PROOFS } from "@/lib/domain/recovery.ts";
import { text } from "@/tests/house/tree.ts";

/** The proof of each row. */
const ROWS: readonly Proof[] = [
  "passkey",
  "passkeyUnverified",
  "totp",
  "recoveryCode",
  "sms",
  "voice",
  "email",
  "questions",
];

/** The proofs that each wording stands for, beside which a passkey that verified is always enough. */
const PARTNERS: Readonly<Record<string, readonly Proof[]>> = {
  "alone": PROOFS,
  "with any code": ["sms", "voice", "email", "recoveryCode"],
  "with a text, call or mail, or an app or passkey": [
    "sms",
    "voice",
    "email",
    "totp",
    "passkeyUnverified",
  ],
  "with a recovery code, or an app or passkey": [
    "recoveryCode",
    "totp",
    "passkeyUnverified",
  ],
  "never": [],
};

const [, ...rows] = text("docs/security.md").split("\n## ")
  .find((part) => part.startsWith("The methods"))?.split("\n")
  .filter((line) => /^\| [A-Z]/.test(line))
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim())) ??
  [];

Deno.test("docs/security.md has a row for each proof", () => {
  assertEquals(rows.length, ROWS.length);
  assertEquals(new Set(ROWS), new Set(PROOFS));
});

Deno.test("docs/security.md says which proofs are enough, alone and together", () => {
  ROWS.forEach((proof, i) => {
    const [method, , one, two = ""] = rows[i] ?? [];
    const alone = mayReset(new Set([proof]), "aal1");
    assertEquals(one, alone ? "yes" : "no", method);
    const partners = PROOFS.filter((other) =>
      (other !== "passkey" || proof === "passkey") &&
      mayReset(new Set([proof, other]), "aal2")
    );
    assertEquals(new Set(PARTNERS[two]), new Set(partners), method);
  });
});
