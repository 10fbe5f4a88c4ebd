/**
 * Reading the code out of the text that carries it (WICG, WebOTP).
 *
 * @module
 */

/** What `navigator.credentials.get` takes and gives for texts; TypeScript does not know it yet. */
interface OtpContainer {
  /** Waits for a text that names this origin. */
  get(options: {
    otp: { transport: ["sms"] };
    signal: AbortSignal;
  }): Promise<{ code: string } | null>;
}

/**
 * Fills an empty input when the text arrives, and never submits. It stops when
 * the form is submitted; the function returned stops it too.
 */
export function fillFromText(input: HTMLInputElement): () => void {
  const stop = new AbortController();
  if ("OTPCredential" in globalThis) {
    input.form?.addEventListener("submit", () => stop.abort());
    const container = navigator.credentials as unknown as OtpContainer;
    container.get({ otp: { transport: ["sms"] }, signal: stop.signal }).then(
      (text) => {
        if (text && !input.value) input.value = text.code;
      },
      () => {
        // Refused, timed out or stopped: the person types it.
      },
    );
  }
  return () => stop.abort();
}
