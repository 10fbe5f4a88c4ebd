import type { ComponentType, JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { type CountdownProps, ResendForm } from "@/components/ResendForm.tsx";
import { TextField, VERBATIM } from "@/components/TextField.tsx";
import { blockedUntil } from "@/lib/domain/failures.ts";
import type { Method } from "@/lib/domain/method.ts";
import { failuresOf, type Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import {
  isUsable,
  methodOf,
  type Verification,
} from "@/lib/domain/verification.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Whether a code can be typed, and if not, why. */
export type Standing = "open" | "late" | "tries" | "blocked" | "none";

/** What the page knows of the code that waits. */
export interface CodeVisit {
  policy: Policy;
  verification: Verification | null;
  person: Pick<Person, "failures">;
  /** What became of the message; `null` where nothing is known. */
  receipt: {
    state: "queued" | "sent" | "failed" | "unknown";
    why: string | null;
  } | null;
  now: number;
}

/** What the page answers to what was just posted. */
export interface Said {
  /** Where the code stands now, if the post has changed that. */
  standing?: Standing;
  /** The field that it is about. */
  field: "code" | null;
  text: string;
}

/** Props of {@linkcode CodePage}. */
export interface CodePageProps {
  t: Translate;
  csrf: string;
  visit: CodeVisit;
  /** What the code is for. */
  method: Extract<Method, "phone" | "email">;
  /** Where the code went, masked. */
  to: string;
  /** The query of the page on which another number or address is typed. */
  query?: string;
  said: Said | null;
  Countdown: ComponentType<CountdownProps>;
}

/** Where a code stands at this moment. */
function standingOf(visit: CodeVisit): Standing {
  const { verification, person, now } = visit;
  if (verification === null || verification.step === "used") return "none";
  const failures = failuresOf(person, methodOf(verification.purpose));
  if (blockedUntil(failures, now) !== null) return "blocked";
  if (!isUsable(verification, now)) return "late";
  return verification.step === "burnt" ? "tries" : "open";
}

/** The page on which the code is typed, in each of its states. */
export function CodePage(props: CodePageProps): JSX.Element {
  const { t, visit, method, said, query = "" } = props;
  const standing = said?.standing ?? standingOf(visit);
  const { verification } = visit;
  const problems = said ? [{ field: said.field, text: said.text }] : [];
  return (
    <Page t={t} title={t("code.title")} problems={problems}>
      {verification === null || standing === "none"
        ? <Nothing {...props} />
        : (
          <>
            <Whereabouts {...props} verification={verification} />
            {said === null && <Why {...props} standing={standing} />}
            {standing === "open" && (
              <CodeForm {...props} verification={verification} />
            )}
            {standing !== "blocked" && (
              <ResendForm {...props} verification={verification} />
            )}
            <p>
              <a
                class="inline-block py-2.5"
                href={`/register/${method}${query}`}
              >
                {t(`code.another.${method}`)}
              </a>
            </p>
          </>
        )}
    </Page>
  );
}

interface Waiting extends CodePageProps {
  verification: Verification;
}

function Nothing({ t, method, said }: CodePageProps): JSX.Element {
  return (
    <>
      {said === null && <p>{t("code.none")}</p>}
      <p>
        <a class="inline-block py-2.5" href={`/register/${method}`}>
          {t(`code.none.${method}`)}
        </a>
      </p>
    </>
  );
}

/** Where the code went, what became of the message, and how to look again. */
function Whereabouts(
  { t, visit, method, verification, to }: Waiting,
): JSX.Element {
  const { channel, overruled, region } = verification;
  const { state, why } = visit.receipt ?? { state: "queued", why: null };
  const retrying = state === "queued" && why !== null;
  const said = retrying ? "late" : state;
  return (
    <>
      <p role="status">{t(`code.${said}.${channel}`, { to })}</p>
      {state !== "sent" && (
        <p>
          <a class="inline-block py-2.5" href={`/register/${method}/code`}>
            {t("code.check")}
          </a>
        </p>
      )}
      {overruled && region !== null && (
        <p>{t("code.overruled", { country: regionName(t, region) })}</p>
      )}
    </>
  );
}

/** Why no code can be typed, on a page that nothing was posted to. */
function Why(
  { t, visit, method, standing }: CodePageProps & { standing: Standing },
): JSX.Element | null {
  if (standing === "late" || standing === "tries") {
    return <p class="font-bold">{t(`code.${standing}`)}</p>;
  }
  const until = blockedUntil(failuresOf(visit.person, method), visit.now);
  if (until === null) return null;
  const time = t.duration(until - visit.now);
  return <p class="font-bold">{t("code.blocked", { time })}</p>;
}

function CodeForm(
  { t, csrf, visit, method, verification, said }: Waiting,
): JSX.Element {
  const time = t.duration(verification.until - visit.now);
  return (
    <PostForm csrf={csrf} action={`/register/${method}/code`}>
      <p>{t("code.valid", { time })}</p>
      <TextField
        name="code"
        label={t("code.label")}
        hint={t("code.hint")}
        error={said?.field === "code" ? said.text : null}
        input={{
          ...VERBATIM,
          inputmode: "numeric",
          autocomplete: "one-time-code",
          dir: "ltr",
          class: "tracking-[.3em]",
        }}
      />
      <button type="submit">{t("code.submit")}</button>
    </PostForm>
  );
}

function regionName(t: Translate, region: string): string {
  return new Intl.DisplayNames(t.tag, { type: "region" }).of(region) ?? region;
}
