/**
 * The pages of a run on which a code is typed.
 *
 * @module
 */
import { page } from "fresh";
import type { Proof } from "@/lib/domain/recovery.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
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
import { appWords, recoveryWords } from "@/lib/web/proof_words.ts";
import { RecoveryCodeForm } from "@/lib/web/recovery_forms.ts";
import { type Path, redirect } from "@/lib/web/redirect.ts";
import type { State } from "@/lib/web/state.ts";
import { TotpForm } from "@/lib/web/totp_form.ts";

/** What a handler leaves for its page. */
export interface TypedData {
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
}

/** What the page shows beside the frame. */
export interface TypedProps extends TypedData {
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
}

/** What came of a code: a proof, or why it is none. */
export type Taken = { proof: Proof } | { text: string; kind: string };

/** In what the pages differ. */
export interface Entry<Own extends SignedInVisit> {
  /** The step that it is. */
  step: ResetWay;
  /** What reads the code. */
  form: FormSchema<{ code: string }>;
  /** What the field is called. */
  label: Key;
  /** What helps to fill it in. */
  hint: Key;
  /** Whether the code has letters; digits alone where absent. */
  letters?: boolean;
  /** Judges one try. */
  take(at: At<Own>, code: string): Promise<Taken>;
  /** Where somebody goes who has no code to type yet. */
  before?(at: At<Own>): Path | null;
  /** What is said above the field. */
  note?(state: State): string | undefined;
  /** How long the code is valid. */
  valid?(state: State): string | undefined;
}

/** The page of the authenticator app. */
export function appPage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
): ProofPage<TypedData, TypedProps> {
  return typedPage(run, {
    step: "totp",
    form: TotpForm,
    label: "totp.label",
    hint: "totp.hint",
    async take({ state: { deps, t }, visit }, code) {
      const answer = await takeTotp(deps, proofCase(visit), code);
      if (answer.kind === "right") return { proof: "totp" };
      const text = appWords(t, answer, visit.now);
      return { text, kind: answer.kind };
    },
  });
}

/** The page of recovery codes. */
export function recoveryCodePage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
): ProofPage<TypedData, TypedProps> {
  return typedPage(run, {
    step: "recoveryCode",
    form: RecoveryCodeForm,
    label: "recovery.code",
    hint: "recovery.code.hint",
    letters: true,
    async take({ state: { deps, t }, visit }, code) {
      const answer = await proveRecoveryCode(deps, proofCase(visit), code);
      if (answer.kind === "right") return { proof: "recoveryCode" };
      const text = recoveryWords(t, answer, visit.now);
      return { text, kind: answer.kind };
    },
  });
}

/** Puts such a page together. */
export function typedPage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  entry: Entry<Own>,
): ProofPage<TypedData, TypedProps> {
  const { step, form, label, hint, letters = false } = entry;
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
    props({ data, state, url }) {
      const { t } = state;
      const said = run.notes[step];
      const note = entry.note?.(state) ?? (said && t(said));
      const valid = entry.valid?.(state);
      return {
        ...framed(run, { state, url }),
        ...data,
        label: t(label),
        hint: t(hint),
        letters,
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
  return wrong(said, status, kind === "none" ? "" : "code");
}

function wrong(text: string, status: number, field: "" | "code" = "code") {
  return page<TypedData>({ errors: { [field]: text } }, { status });
}
