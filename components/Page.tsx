import { Head } from "fresh/runtime";
import type { ComponentChildren, JSX } from "preact";
import { ErrorSummary, type Problem } from "@/components/ErrorSummary.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Page}. */
export interface PageProps {
  t: Translate;
  /** The heading, and the start of the title. */
  title: string;
  /** What is wrong with what was posted. */
  problems?: readonly Problem[];
  children: ComponentChildren;
}

/** What every page has inside `<main>`: its title, what is wrong, one heading. */
export function Page(
  { t, title, problems = [], children }: PageProps,
): JSX.Element {
  const whole = t("app.title", { title });
  const wrong = problems.length > 0;
  return (
    <>
      <Head>
        <title>{wrong ? t("app.error", { title: whole }) : whole}</title>
      </Head>
      {wrong && <ErrorSummary title={t("form.problem")} problems={problems} />}
      <h1>{title}</h1>
      {children}
    </>
  );
}
