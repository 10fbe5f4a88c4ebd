/**
 * The forms of fresh proofs, and of "this was not me".
 *
 * @module
 */
import * as z from "zod/mini";
import { readStopCode } from "@/lib/domain/stop_code.ts";
import { field } from "@/lib/web/fields.ts";
import type { FormSchema } from "@/lib/web/form.ts";

/** The place in the list of destinations, from 0. */
export const ProveSendForm: FormSchema<{ to: number }> = z.lazy(() =>
  z.strictObject({
    to: z.transform(field(
      "prove.where.missing",
      (typed) =>
        /^\d$/.test(typed) ? { value: Number(typed) } : "prove.where.missing",
    )),
  })
);

/** The code of a notice, however it is written. */
export const StopForm: FormSchema<{ code: string }> = z.lazy(() =>
  z.strictObject({
    code: z.transform(field("stop.missing", (typed) => {
      const read = readStopCode(typed);
      return read.ok ? { value: read.code } : `stop.${read.why}`;
    })),
  })
);
