/** The pages of recovery codes and security questions in every state. */
import type { VNode } from "preact";
import { Confirm } from "@/components/Confirm.tsx";
import { NewCodes } from "@/components/NewCodes.tsx";
import { QuestionsForm } from "@/components/QuestionsForm.tsx";
import { RecoveryCodes } from "@/components/RecoveryCodes.tsx";
import { sayErrors } from "@/components/problems.ts";
import { groupCode, recoveryCode } from "@/lib/domain/recovery_code.ts";
import { VETTED_QUESTIONS } from "@/lib/domain/questions.ts";
import { questionWords } from "@/lib/flows/questions/question_words.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { faultKeys } from "@/lib/web/questions_form.ts";

/** As little compressible as real ones. */
const CODES = Array.from({ length: 10 }, (_, i) => {
  const bytes = Uint8Array.from({ length: 9 }, (_, j) => (i * 9 + j) ** 3 * 7);
  return groupCode(recoveryCode(bytes));
});
const EDITION = "k1.Qm9oZ2l2aWR1c2x5aW5ncmVlZG5lc3NhYmxlYWxvbmc";

/** Each state by its name. */
export function secretPages(t: Translate, csrf: string): Record<string, VNode> {
  return { ...codesPages(t, csrf), ...questionsPages(t, csrf) };
}

function codesPages(t: Translate, csrf: string): Record<string, VNode> {
  const base = { t, csrf, edition: EDITION, used: 0, shown: false };
  const remove = {
    t,
    csrf,
    title: t("remove.recovery.title"),
    submit: t("remove.submit"),
    keep: t("remove.keep"),
    confirmedAt: 0,
  };
  const one = CODES.slice(0, 1);
  return {
    "recovery codes": <RecoveryCodes {...base} left={null} />,
    "recovery codes made": <RecoveryCodes {...base} left={10} />,
    "recovery codes shown": <RecoveryCodes {...base} left={10} shown />,
    "recovery codes used": <RecoveryCodes {...base} left={8} used={2} />,
    "recovery codes new": (
      <NewCodes t={t} csrf={csrf} codes={CODES} replaced={false} />
    ),
    "recovery code new": <NewCodes t={t} csrf={csrf} codes={one} replaced />,
    "recovery codes remove": (
      <Confirm {...remove} what={t("remove.recovery.more")} />
    ),
    "recovery codes remove last": (
      <Confirm {...remove} what={t("remove.recovery.what")} />
    ),
  };
}

function questionsPages(t: Translate, csrf: string): Record<string, VNode> {
  const ids = VETTED_QUESTIONS.slice(0, 20);
  const choices = ids.map((id) => ({ id, words: questionWords(t, id) }));
  const chosen = ["", "", "", "", ""];
  const base = { t, csrf, choices, chosen, set: false, errors: {} };
  const faults = ["choose", "twice", "common", "same", "question"] as const;
  const errors = sayErrors(t, faultKeys(faults));
  return {
    "questions": <QuestionsForm {...base} />,
    "questions change": <QuestionsForm {...base} set />,
    "questions wrong": (
      <QuestionsForm {...base} chosen={ids.slice(0, 5)} errors={errors} />
    ),
    "questions remove": (
      <Confirm
        t={t}
        csrf={csrf}
        title={t("remove.questions.title")}
        what={t("remove.questions.what")}
        submit={t("remove.submit")}
        keep={t("remove.keep")}
        confirmedAt={0}
      />
    ),
  };
}
