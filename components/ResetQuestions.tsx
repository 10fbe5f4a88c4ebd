import type { JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import { Prove, type ProveProps } from "@/components/Prove.tsx";
import { TextField, VERBATIM } from "@/components/TextField.tsx";

/** Props of {@linkcode ResetQuestions}. */
export interface ResetQuestionsProps extends Omit<ProveProps, "children"> {
  csrf: string;
  /** The questions in words, in the order of their answers. */
  questions: readonly string[];
  /** What is said above them. */
  note?: string;
}

/** The person's own questions. Answers never come back to the page. */
export function ResetQuestions(
  { csrf, questions, note, ...prove }: ResetQuestionsProps,
): JSX.Element {
  const { t, errors } = prove;
  return (
    <Prove {...prove}>
      {note && <p>{note}</p>}
      <PostForm csrf={csrf}>
        {questions.map((question, i) => (
          <TextField
            key={question}
            name={`answer${i + 1}`}
            label={question}
            error={errors[`answer${i + 1}`] ?? null}
            input={{
              ...VERBATIM,
              type: "text",
              autocomplete: "off",
              dir: "auto",
            }}
          />
        ))}
        <button type="submit">{t("reset.go")}</button>
      </PostForm>
    </Prove>
  );
}
