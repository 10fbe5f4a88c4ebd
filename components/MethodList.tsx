import type { JSX } from "preact";
import { Page } from "@/components/Page.tsx";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode MethodList}. */
export interface MethodListProps {
  t: Translate;
  policy: Policy;
  /** The phone's number, masked; `null` where none is set up. */
  phone: string | null;
}

/** The ways that the policy allows, each with its state, and how many are needed. */
export function MethodList({ t, policy, phone }: MethodListProps): JSX.Element {
  const done = phone === null ? 0 : 1;
  const n = policy.required;
  const state = done < n ? "list.missing" : "list.done";
  return (
    <Page t={t} title={t("list.title")}>
      <p>{t("list.intro")}</p>
      {policy.methods.includes("phone")
        ? (
          <>
            <p>
              {t.plural("list.needed", n)} <b>{t(state, { done, n })}</b>
            </p>
            <ul>
              <PhoneRow t={t} phone={phone} />
            </ul>
          </>
        )
        : <p>{t("list.none")}</p>}
    </Page>
  );
}

function PhoneRow(
  { t, phone }: Pick<MethodListProps, "t" | "phone">,
): JSX.Element {
  const links = phone === null ? [["/register/phone", t("list.phone.add")]] : [
    ["/register/phone", t("list.phone.change")],
    ["/register/phone/remove", t("list.phone.remove")],
  ];
  return (
    <li class="p-4 border rounded-md">
      <h2 id="phone">{t("list.phone")}</h2>
      <p>
        {phone === null
          ? t("list.phone.unset")
          : <bdi>{t("list.phone.set", { number: phone })}</bdi>}
      </p>
      <p class="flex flex-wrap gap-6">
        {links.map(([href, text]) => (
          <a
            key={href}
            href={href}
            class="inline-block py-2.5"
            aria-describedby="phone"
          >
            {text}
          </a>
        ))}
      </p>
    </li>
  );
}
