import type { JSX } from "preact";
import { ProveCode, type ProveCodeProps } from "@/components/ProveCode.tsx";
import { ResetAgain, type ResetAgainProps } from "@/components/ResetAgain.tsx";

/** Props of {@linkcode SentCode}. */
export interface SentCodeProps {
  prove: Omit<ProveCodeProps, "action" | "children">;
  /** What is shown about the message. */
  sent: Omit<ResetAgainProps, "t" | "csrf">;
  /** Where the form goes; to the page's own address where absent. */
  action?: string;
}

/** The code of a reset or a practice, and what became of its message. */
export function SentCode(
  { prove, sent, action }: SentCodeProps,
): JSX.Element {
  const { t, csrf } = prove;
  return (
    <ProveCode {...prove} {...action && { action }}>
      <ResetAgain t={t} csrf={csrf} {...sent} />
    </ProveCode>
  );
}
