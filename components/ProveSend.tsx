import type { JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import { Prove, type ProveProps } from "@/components/Prove.tsx";

/** A phone or an address to which a code can go. */
export interface Destination {
  /** Which it is, and how: what the button sends. */
  value: string;
  /** What the button says: "Text +81 •• •••• ••34". */
  text: string;
}

/** Props of {@linkcode ProveSend}. */
export interface ProveSendProps extends Omit<ProveProps, "children"> {
  csrf: string;
  destinations: readonly Destination[];
}

/** Where a code should go that proves who one is: a button for each. */
export function ProveSend(
  { csrf, destinations, ...prove }: ProveSendProps,
): JSX.Element {
  return (
    <Prove {...prove}>
      <PostForm csrf={csrf}>
        <h2>{prove.t("prove.where")}</h2>
        {destinations.map(({ value, text }, i) => (
          <p key={value}>
            <button
              id={i === 0 ? "to" : undefined}
              type="submit"
              name="to"
              value={value}
            >
              {text}
            </button>
          </p>
        ))}
      </PostForm>
    </Prove>
  );
}
