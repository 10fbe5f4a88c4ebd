import type { ComponentChildren, JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import { ENDONYMS, TAGS } from "@/lib/i18n/locales.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** Props of {@linkcode Shell}. */
export interface ShellProps {
  t: Translate;
  csrf: string;
  /** Who is signed in; `null` where nobody is. */
  userName: string | null;
  /** The query of the address that the language links lead to, without `lang`; `null` where they would lose the page. */
  query: string | null;
  children: ComponentChildren;
}

/** What surrounds every page: the name, signing out, the page, help, languages. */
export function Shell(props: ShellProps): JSX.Element {
  const { t, children } = props;
  return (
    <body>
      <header>
        <a class="inline-block py-2.5 font-bold no-underline" href="/">
          Aikagi
        </a>
        <SignOut {...props} />
      </header>
      <main>{children}</main>
      <footer class="border-t text-dim">
        <p class="py-2.5">{t("app.help")}</p>
        <Languages {...props} />
      </footer>
    </body>
  );
}

function SignOut({ t, csrf, userName }: ShellProps): JSX.Element | null {
  if (userName === null) return null;
  return (
    <PostForm csrf={csrf} action="/sign-out">
      <span class="text-dim">{t("app.signedIn", { name: userName })}</span>{" "}
      <button type="submit" class="bg-paper text-ai">{t("app.signOut")}</button>
    </PostForm>
  );
}

function Languages({ t, query }: ShellProps): JSX.Element | null {
  if (query === null) return null;
  return (
    <nav aria-label={t("app.languages")} class="flex flex-wrap gap-x-6">
      {TAGS.map((tag) => [
        <a
          key={tag}
          class="py-2.5"
          href={`?${query}lang=${tag}`}
          lang={tag}
          hreflang={tag}
          aria-current={tag === t.tag ? "true" : undefined}
        >
          {ENDONYMS[tag]}
        </a>,
        " ", // Text browsers know no gap.
      ])}
    </nav>
  );
}
