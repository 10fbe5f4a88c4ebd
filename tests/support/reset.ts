/** A site and a person who can get back in. */
import type { Method } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { hashSecret } from "@/lib/crypto/slow_secret.ts";
import { codeSecret } from "@/lib/flows/recovery_codes/draw_codes.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { appOf, emailOf, phoneOf, putPerson } from "@/tests/support/people.ts";
import { openSite, type Site, type SiteOptions } from "@/tests/support/site.ts";
import { setPolicy } from "@/tests/support/totp.ts";
import { BEFORE } from "@/tests/support/moments.ts";

export const USER = "demo-phone";
export const NUMBER = "090-1234-5634";
export const RECOVERY_CODE = "0123456789ABC";
export const NEW_PASSWORD = "violet harbour lantern 42";

/** What the person can have, by method. */
const HELD: Readonly<
  Partial<
    Record<Method, (site: Site, id: string) => Promise<Partial<Person>>>
  >
> = {
  phone: (site) =>
    Promise.resolve({ phones: [phoneOf(site.deps, "+819012345634", BEFORE)] }),
  email: (site) =>
    Promise.resolve({ email: emailOf(site.deps, "ann@example.com", BEFORE) }),
  totp: (site) => Promise.resolve({ totp: appOf(site.deps, BEFORE) }),
  async recoveryCodes({ deps }, id) {
    const hash = await hashSecret(deps, codeSecret(id, RECOVERY_CODE));
    return { recoveryCodes: { hashes: [hash, hash], confirmedAt: BEFORE } };
  },
};

/** A site whose policy has those methods, and whose demo person has set all of them up. */
export async function openResetSite(
  methods: readonly Method[],
  policy: Partial<Policy> = {},
  options: SiteOptions = {},
): Promise<Site> {
  const site = await openSite(options);
  await setUpReset(site, methods, policy);
  return site;
}

/** Sets a site up that way. */
export async function setUpReset(
  site: Site,
  methods: readonly Method[],
  policy: Partial<Policy> = {},
): Promise<void> {
  await setPolicy(site, { methods, ...policy });
  const id = (await findAccount(site.kv, USER))?.id ?? "";
  const held: Partial<Person> = {};
  for (const method of methods) {
    Object.assign(held, await HELD[method]?.(site, id));
  }
  await putPerson(site.deps, id, held);
}
