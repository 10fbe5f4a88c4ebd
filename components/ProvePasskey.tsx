import type { ComponentType, JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import { Prove, type ProveProps } from "@/components/Prove.tsx";

/** What the button that asks for a passkey is given. */
export interface ButtonProps<Options, Words> {
  deed: "get";
  /** What the browser is asked. */
  options: Options;
  label: string;
  words: Words;
}

/** Props of {@linkcode ProvePasskey}. */
export interface ProvePasskeyProps<Options, Words>
  extends
    Omit<ProveProps, "children">,
    Omit<ButtonProps<Options, Words>, "deed"> {
  csrf: string;
  Button: ComponentType<ButtonProps<Options, Words>>;
}

/** Proving by a passkey: the button needs a script, and says so where there is none. */
export function ProvePasskey<Options, Words>(
  { csrf, options, label, words, Button, ...prove }: ProvePasskeyProps<
    Options,
    Words
  >,
): JSX.Element {
  return (
    <Prove {...prove}>
      <PostForm csrf={csrf}>
        <Button deed="get" options={options} label={label} words={words} />
      </PostForm>
    </Prove>
  );
}
