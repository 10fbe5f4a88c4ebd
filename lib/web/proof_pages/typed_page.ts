/**
 * A page of a run on which a code is typed.
 *
 * @module
 */
import { page } from "fresh";
import type { Proof } from "@/lib/domain/recovery.ts";
import type { ResetWay } from "@/lib/flows/reset/ways.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { type FormSchema, readForm } from "@/lib/web/form.ts";
import {
  admit,
  endWords,
  framed,
  type ProofPage,
} from "@/lib/web/proof_pages/page.ts";
import type { At, ProofRun } from "@/lib/web/proof_pages/run.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import type { State } from "@/lib/web/state.ts";

/** What a handler leaves for its page. */
export interface TypedData {
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
  /** Whether what was typed was found to be too short to count. */
  four?: boolean;
  /** Whether no more can be typed here for now. */
  ended?: boolean;
}

/** What the page shows beside the frame. */
export interface TypedProps extends Pick<TypedData, "errors"> {
  /** What the field is called. */
  label: string;
  /** What helps to fill it in. */
  hint: string;
  /** What is said above the field. */
  note?: string;
  /** How long the code is valid; absent where that is not known. */
  valid?: string;
  /** Whether the code has letters. */
  letters: boolean;
  /** Whether it is too long to guess. */
  long: boolean;
}

/** What came of a code: a proof, or why it is none. */
export type Taken = { proof: Proof } | { text: string; kind: string };

/** The field of a code. */
export interface TypedField {
  /** What it is called. */
  label: Key;
  /** What helps to fill it in. */
  hint: Key;
  /** Whether it takes a code that is too long to guess. */
  long?: boolean;
}

/** In what the pages differ. */
export interface Entry<Own extends SignedInVisit> {
  /** The step that it is. */
  step: ResetWay;
  /** What reads the code. */
  form: FormSchema<{ code: string }>;
  /** What the field is like; `four` is as in {@linkcode TypedData}. */
  field(state: State, four: boolean): TypedField;
  /** Whether the code has letters; digits alone where absent. */
  letters?: boolean;
  /** Judges one try. */
  take(at: At<Own>, code: string): Promise<Taken>;
  /** Where somebody goes who has no code to type yet. */
  before?(at: At<Own>): Path | null;
  /** What is said above the field. */
  note?(state: State, four: boolean): string | undefined;
  /** How long the code is valid. */
  valid?(state: State): string | undefined;
}

/** Puts such a page together. */
export function typedPage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  entry: Entry<Own>,
): ProofPage<TypedData, TypedProps> {
  const { step, form, letters = false } = entry;
  return {
    handler: {
      GET(ctx) {
        const at = admit(run, ctx, step);
        if (at instanceof Response) return at;
        const before = entry.before?.(at) ?? null;
        return before === null ? page({ errors: {} }) : redirect(before);
      },
      async POST(ctx) {
        const typed = await readForm(ctx, form);
        const at = admit(run, ctx, step);
        if (at instanceof Response) return at;
        if (!typed.ok) {
          const { code: fault = "form.invalid" } = typed.errors;
          return wrong(at.state.t(fault), 422);
        }
        const taken = await entry.take(at, typed.value.code);
        if ("proof" in taken) return await run.passed(at, taken.proof);
        return notTaken(run, at.state, taken);
      },
    },
    props({ data: { errors, four = false, ended = false }, state, url }) {
      const { t } = state;
      const said = run.notes[step];
      const note = ended
        ? undefined
        : entry.note?.(state, four) ?? (said && t(said));
      const valid = ended ? undefined : entry.valid?.(state);
      const { label, hint, long = false } = entry.field(state, four);
      return {
        ...framed(run, { state, url }),
        errors,
        label: t(label),
        hint: t(hint),
        letters,
        long,
        ...note === undefined ? {} : { note },
        ...valid === undefined ? {} : { valid },
      };
    },
  };
}

/** `tries`: the code took as many wrong ones as it may; `blocked`: its method did. */
function notTaken<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  state: State,
  { text, kind }: { text: string; kind: string },
) {
  const status = kind === "blocked" ? 429 : 422;
  const stopped = status === 429 || kind === "tries";
  const said = stopped
    ? endWords(run, state, { name: "tries", words: text })
    : text;
  // Where nothing waits, no other code would be right: it is not about the field.
  const field = kind === "none" ? "" : "code";
  return page<TypedData>(
    { errors: { [field]: said }, four: kind === "four", ended: stopped },
    { status },
  );
}

function wrong(text: string, status: number) {
  return page<TypedData>({ errors: { code: text } }, { status });
}
