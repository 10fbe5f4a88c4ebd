/**
 * The pages of a run on which a code is typed.
 *
 * @module
 */
import { page } from "fresh";
import { isProofFor } from "@/lib/domain/purpose.ts";
import type { Proof } from "@/lib/domain/recovery.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { codeWords } from "@/lib/web/code_words.ts";
import { type FormSchema, readForm } from "@/lib/web/form.ts";
import { CodeForm } from "@/lib/web/forms.ts";
import { admit, framed, type ProofPage } from "@/lib/web/proof_pages/page.ts";
import type { At, ProofRun, ProofStep } from "@/lib/web/proof_pages/run.ts";
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
  /** Whether the code has letters. */
  letters: boolean;
}

/** What came of a code: a proof, or why it is none. */
type Taken = { proof: Proof } | { text: string; kind: string };

interface Entry<Own extends SignedInVisit> {
  step: ProofStep;
  form: FormSchema<{ code: string }>;
  label: Key;
  hint: Key;
  letters?: boolean;
  take(at: At<Own>, code: string): Promise<Taken>;
  /** Where somebody goes who has no code to type yet. */
  before?(at: At<Own>): Path | null;
  note?(state: State): string;
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

/** The page of the code that was sent. */
export function codePage<Own extends SignedInVisit>(
  run: ProofRun<Own>,
): ProofPage<TypedData, TypedProps> {
  return typedPage(run, {
    step: "send",
    form: CodeForm,
    label: "code.label",
    hint: "code.hint",
    before({ visit: { verification }, url }) {
      const sent = verification !== null &&
        isProofFor(verification.purpose, run.end);
      return sent ? null : run.page("send", url);
    },
    note: (state) => whereabouts(run, state),
    async take({ state: { deps, t }, visit }, code) {
      const answer = await run.enter(deps, visit, code);
      const { verification } = visit;
      if (answer.kind === "right" && verification !== null) {
        return { proof: verification.channel };
      }
      const text = answer.kind === "right" || answer.kind === "used"
        ? t("code.late")
        : codeWords(t, answer, visit.now);
      return { text, kind: answer.kind };
    },
  });
}

function typedPage<Own extends SignedInVisit>(
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
      return {
        ...framed(run, { state, url }),
        ...data,
        label: t(label),
        hint: t(hint),
        letters,
        ...note === undefined ? {} : { note },
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
  return wrong(stopped ? run.stopped?.(state, text) ?? text : text, status);
}

function wrong(text: string, status: number) {
  return page<TypedData>({ errors: { code: text } }, { status });
}

/** Where the code went, and what became of the message. */
function whereabouts<Own extends SignedInVisit>(
  run: ProofRun<Own>,
  state: State,
): string {
  const visit = run.visitOf(state);
  const known = typeof visit === "string" ? null : visit;
  const { t } = state;
  if (!known?.verification) return t("code.none");
  const { verification, receipt } = known;
  const { state: stage, why } = receipt ?? { state: "queued", why: null };
  const said = stage === "queued" && why !== null ? "late" : stage;
  const to = run.shown(state, verification);
  return t(`code.${said}.${verification.channel}`, { to });
}
