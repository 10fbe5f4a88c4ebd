/**
 * Recovery codes as a file to save.
 *
 * @module
 */
import type { Translate } from "@/lib/i18n/translate.ts";

/** Old editors on Windows show a lone line feed as nothing. */
const LINE = "\r\n";

/** The response that a browser saves as a text file, and keeps no copy of. */
export function codesFile(
  t: Translate,
  codes: readonly string[],
  whose: { name: string; host: string },
): Response {
  const lines = [
    t("recovery.file.title", whose),
    t("recovery.file.note"),
    "",
    ...codes,
    "",
  ];
  return new Response(lines.join(LINE), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="aikagi-recovery-codes.txt"',
      "cache-control": "no-store",
    },
  });
}
