/**
 * An authenticator that Chromium plays, inside of the device.
 *
 * @module
 */
import type { CDPSession, Page } from "playwright-core";

/** The authenticator, for as long as its page is open. */
export interface Authenticator {
  cdp: CDPSession;
  authenticatorId: string;
}

/** Gives the page's device an authenticator, which knows its owner or does not. */
export async function addAuthenticator(
  page: Page,
  knowsOwner = true,
): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send(
    "WebAuthn.addVirtualAuthenticator",
    {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: knowsOwner,
        isUserVerified: knowsOwner,
        automaticPresenceSimulation: true,
      },
    },
  );
  return { cdp, authenticatorId };
}
