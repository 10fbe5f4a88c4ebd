/**
 * The words of a security question.
 *
 * @module
 */
import { isVetted } from "@/lib/domain/questions.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** A vetted question in the reader's language; the administrator's own as it was written. */
export function questionWords(t: Translate, question: string): string {
  return isVetted(question) ? t(`question.${question}`) : question;
}
