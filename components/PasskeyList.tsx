import type { JSX } from "preact";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode PasskeyList}. */
export interface PasskeyListProps {
  t: Translate;
  passkeys: readonly { key: string; name: string }[];
}

/** The passkeys that are set up, each with what can be done with it. */
export function PasskeyList({ t, passkeys }: PasskeyListProps): JSX.Element {
  return (
    <>
      <h2>{t("passkey.list")}</h2>
      <ul>
        {passkeys.map(({ key, name }, i) => (
          <li key={key}>
            <bdi id={`passkey-${i}`}>{name}</bdi>{" "}
            <span class="flex flex-wrap gap-x-6">
              {LINKS.map(([page, text]) => (
                <a
                  key={page}
                  class="inline-block py-2.5"
                  href={`/register/passkey/${page}/${key}`}
                  aria-describedby={`passkey-${i}`}
                >
                  {t(text)}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const LINKS = [
  ["rename", "passkey.rename"],
  ["remove", "passkey.remove"],
] as const;
