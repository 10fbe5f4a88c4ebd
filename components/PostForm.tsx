import type { ComponentChildren, JSX } from "preact";

/** Props of {@linkcode PostForm}. */
export interface PostFormProps {
  /** The token that ties the form to this browser. */
  csrf: string;
  /** Where it goes; to the page's own address where absent. */
  action?: string;
  class?: string;
  children: ComponentChildren;
}

/** A form that the server judges: browsers do not check it, so every error is said in one way. */
export function PostForm(
  { csrf, children, ...form }: PostFormProps,
): JSX.Element {
  return (
    <form method="post" noValidate {...form}>
      {children}
      <input type="hidden" name="csrf" value={csrf} />
    </form>
  );
}
