import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { JSX } from "preact";
import type { CountdownProps } from "@/components/ResendForm.tsx";
import { fillFromText } from "@/lib/browser/web_otp.ts";

/** Intl puts a space before 秒, which running text does not have. */
const BEFORE_HAN = / (?=[\u4e00-\u9fff])/;

/**
 * Says when the code can be sent again, counting down, and fills the page's
 * code field from the text where the browser can read it. The server enforces
 * the wait; without a script the sentence is the one of the moment.
 */
export default function CodeInput(
  { wait, later, now, tag }: CountdownProps,
): JSX.Element {
  const left = useSignal(wait);
  const told = useSignal("");

  /** The sentence of this moment. */
  function sentence(): string {
    const long = left.value > 99;
    const amount = Math.ceil(left.value / (long ? 60 : 1));
    const unit = long ? "minute" : "second";
    const style = { style: "unit", unit, unitDisplay: "long" } as const;
    const time = amount.toLocaleString(`${tag}-u-nu-latn`, style).replace(
      BEFORE_HAN,
      "",
    );
    return left.value > 0 ? later.replace("{time}", time) : now;
  }

  useEffect(() => {
    const end = Date.now() + wait * 1000;
    const timer = setInterval(() => {
      left.value = Math.ceil((end - Date.now()) / 1000);
      // A screen reader hears it four times a minute at most (WCAG 2.2 4.1.3), and at the end.
      if (left.value % 15 === 0 || left.value < 0) told.value = sentence();
      if (left.value <= 0) clearInterval(timer);
    }, 1000);
    const input = document.getElementById("code") as HTMLInputElement | null;
    const stop = input && fillFromText(input);
    return () => {
      clearInterval(timer);
      stop?.();
    };
  }, []);

  return (
    <>
      <p aria-hidden={told.value !== ""}>{sentence()}</p>
      <p role="status" class="sr-only">{told}</p>
    </>
  );
}
