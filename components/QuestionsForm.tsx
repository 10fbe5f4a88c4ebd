import type { JSX } from "preact";
import { described, Field } from "@/components/Field.tsx";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField, VERBATIM } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** A question that may be chosen. */
export interface QuestionChoice {
  /** Its ID, or its own words. */
  id: string;
  /** Its words in the reader's language. */
  words: string;
}

/** Props of {@linkcode QuestionsForm}. */
export interface QuestionsFormProps {
  t: Translate;
  csrf: string;
  choices: readonly QuestionChoice[];
  /** What is chosen in each list, empty for nothing: one list for each answer. */
  chosen: readonly string[];
  /** Whether answers are on file. */
  set: boolean;
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
}

/** A list of questions and a field for each answer. Answers never come back to the page. */
export function QuestionsForm(props: QuestionsFormProps): JSX.Element {
  const { t, csrf, chosen, set, errors } = props;
  const wrong = Object.keys(errors).length > 0;
  return (
    <Page
      t={t}
      title={t(set ? "questions.title.change" : "questions.title")}
      problems={problemsOf(errors)}
    >
      {wrong && <p class="font-bold">{t("questions.anew")}</p>}
      <p>{t("questions.intro")}</p>
      <p>{t("questions.how")}</p>
      {set && <p>{t("questions.now")}</p>}
      <PostForm csrf={csrf}>
        {chosen.map((_, i) => <Pair key={i} {...props} place={i} />)}
        <button type="submit">{t("questions.submit")}</button>
      </PostForm>
    </Page>
  );
}

function Pair(
  { t, choices, chosen, errors, place }: QuestionsFormProps & { place: number },
): JSX.Element {
  const n = place + 1;
  const id = `question${n}`;
  const error = errors[id] ?? null;
  return (
    <>
      <Field id={id} label={t("questions.question", { n })} error={error}>
        <select {...described({ id, error })} name={id}>
          <option value="">{t("questions.choose")}</option>
          {choices.map((choice) => (
            <option
              key={choice.id}
              value={choice.id}
              selected={choice.id === chosen[place]}
            >
              {choice.words}
            </option>
          ))}
        </select>
      </Field>
      <TextField
        name={`answer${n}`}
        label={t("questions.answer", { n })}
        hint={t("questions.hint")}
        error={errors[`answer${n}`] ?? null}
        input={{ ...VERBATIM, type: "text", autocomplete: "off", dir: "auto" }}
      />
    </>
  );
}
