/**
 * The forms of phones and addresses.
 *
 * @module
 */
import * as z from "zod/mini";
import { isRegion } from "@/lib/domain/countries.ts";
import type { Channel, PhoneChannel } from "@/lib/domain/method.ts";
import { said, time } from "@/lib/web/fields.ts";
import type { FormSchema } from "@/lib/web/form.ts";

/** The number as it was typed; the empty country stands for none. */
export const PhoneForm: FormSchema<{
  country: string;
  number: string;
  channel: PhoneChannel;
  confirmedAt?: number | undefined;
}> = z.lazy(() =>
  z.strictObject({
    confirmedAt: z.optional(z.transform(time())),
    country: z.string(said("phone.country.unknown")).check(z.refine(
      (region) => region === "" || isRegion(region),
      said("phone.country.unknown"),
    )),
    number: z.string(said("phone.empty")),
    channel: z.enum(["sms", "voice"], said("phone.channel.missing")),
  })
);

/** The address as it was typed. */
export const EmailForm: FormSchema<{ address: string }> = z.lazy(() =>
  z.strictObject({ address: z.string(said("email.empty")) })
);

/** The way in which the code should come again. */
export const ResendForm: FormSchema<{ channel: Channel }> = z.lazy(() =>
  z.strictObject({
    channel: z.enum(["sms", "voice", "email"], said("phone.channel.missing")),
  })
);
