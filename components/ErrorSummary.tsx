import type { JSX } from "preact";

/** One thing that is wrong. */
export interface Problem {
  /** The ID of the field that it is about; `null` where it is about none. */
  field: string | null;
  /** The same words as beside the field. */
  text: string;
}

/** Props of {@linkcode ErrorSummary}. */
export interface ErrorSummaryProps {
  /** What the box is called. */
  title: string;
  problems: readonly Problem[];
}

/** What is wrong, on top of the page, with a link to each field. */
export function ErrorSummary(
  { title, problems }: ErrorSummaryProps,
): JSX.Element {
  return (
    <div
      role="alert"
      tabindex={-1}
      autofocus
      class="p-4 border-2 border-red rounded-md"
    >
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={field}>
            {field === null
              ? text
              : (
                <a class="inline-block py-2.5 text-red" href={`#${field}`}>
                  {text}
                </a>
              )}
          </li>
        ))}
      </ul>
    </div>
  );
}
