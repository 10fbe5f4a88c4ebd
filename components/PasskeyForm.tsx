import type { ComponentChildren, JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import { PasskeyList } from "@/components/PasskeyList.tsx";
import { PostForm } from "@/components/PostForm.tsx";
import { problemsOf } from "@/components/problems.ts";
import { TextField } from "@/components/TextField.tsx";
import type { Translate } from "@/lib/i18n/translate.ts";

/** A passkey as pages show it. */
export interface ShownPasskey {
  /** What its addresses end with. */
  key: string;
  name: string;
}

/** Props of {@linkcode PasskeyForm}. */
export interface PasskeyFormProps {
  t: Translate;
  csrf: string;
  /** What the new passkey is called; `null` where there are as many as one may have. */
  name: string | null;
  /** What is wrong, by field; under the empty name what is about none. */
  errors: Readonly<Record<string, string>>;
  /** The passkeys that are set up. */
  passkeys: readonly ShownPasskey[];
  /** Other ways that can be set up: where, and what they are called. */
  others: readonly (readonly [href: string, text: string])[];
  /** The button, which needs a script. */
  children?: ComponentChildren;
}

/** A name for a new passkey and the button that makes it; below it the passkeys that are there. */
export function PasskeyForm(props: PasskeyFormProps): JSX.Element {
  const { t, errors, passkeys, others } = props;
  return (
    <Page t={t} title={t("passkey.title")} problems={problemsOf(errors)}>
      <p>{t("passkey.intro")}</p>
      {props.name === null
        ? <p class="font-bold">{t("passkey.full")}</p>
        : <NewPasskey {...props} name={props.name} />}
      {passkeys.length > 0 && <PasskeyList t={t} passkeys={passkeys} />}
      {others.length > 0 && (
        <>
          <h2>{t("passkey.others")}</h2>
          <ul>
            {others.map(([href, text]) => (
              <li key={href}>
                <a class="inline-block py-2.5" href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function NewPasskey(
  { t, csrf, name, errors, children }: PasskeyFormProps & { name: string },
): JSX.Element {
  return (
    <PostForm csrf={csrf}>
      <TextField
        name="name"
        label={t("passkey.name")}
        hint={t("passkey.name.hint")}
        error={errors.name ?? null}
        input={{ value: name, autocomplete: "off", dir: "auto" }}
      />
      {children}
    </PostForm>
  );
}
