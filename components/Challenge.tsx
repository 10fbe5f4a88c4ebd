import { asset } from "fresh/runtime";
import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Challenge}. */
export interface ChallengeProps {
  t: Translate;
  csrf: string;
  /** What the form carries on: the name as it was typed, and the challenge. */
  fields: Readonly<Record<string, string>>;
  /** What the work is done on, and how much of it. */
  work: { seed: string; bits: number };
  /** How long whoever cannot work waits, in milliseconds. */
  wait: number;
  /** What came of the last try; `null` before one. */
  note: string | null;
}

/**
 * What a browser does before a name is looked at. The form is whole without a
 * script: with one, the device works, and nothing is sent that was not pressed.
 */
export function Challenge(props: ChallengeProps): JSX.Element {
  const { t, csrf, fields, work, wait, note } = props;
  return (
    <Page t={t} title={t("challenge.title")}>
      {note && <p class="font-bold">{note}</p>}
      <p>{t("challenge.why")}</p>
      <PostForm csrf={csrf}>
        <p
          role="status"
          data-work={work.seed}
          data-bits={work.bits}
          data-busy={t("challenge.busy")}
          data-still={t("challenge.still")}
          data-ready={t("challenge.ready")}
        >
          {t("challenge.wait", { time: t.duration(wait) })}
        </p>
        {Object.entries({ ...fields, answer: "" }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{t("challenge.submit")}</button>
      </PostForm>
      <script defer src={asset("/challenge.js")} />
    </Page>
  );
}

/**
 * A field that no person sees or reaches: whoever fills it in gets a challenge,
 * and nothing worse, since a browser may fill in what it should not. Text
 * browsers show it, so it says what to do.
 */
export function Trap({ t }: { t: Translate }): JSX.Element {
  return (
    <div class="sr-only" aria-hidden="true">
      <label for="website">{t("challenge.trap")}</label>
      <input
        id="website"
        name="website"
        tabindex={-1}
        autocomplete="off"
        class="w-11"
      />
    </div>
  );
}
