/**
 * Looking a password up in a list of those that have leaked: the list of Have I
 * Been Pwned, or one in its forms. The list knows SHA-1 of passwords.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { BreachedCheck, BreachedOptions } from "@/lib/crypto/breached.ts";
import { askFile } from "@/lib/crypto/breached_file.ts";
import { askRange } from "@/lib/crypto/breached_range.ts";

/** Returns what looks passwords up there. */
export function breachedList(options: BreachedOptions): BreachedCheck {
  return (password) => {
    const hash = createHash("sha1").update(password.normalize("NFC"))
      .digest("hex").toUpperCase();
    return options.kind === "range"
      ? askRange(hash, options)
      : askFile(hash, options.path);
  };
}
