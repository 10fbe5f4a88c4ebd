/**
 * What every page looks like before any utility class: the house's own
 * preflight, on elements, so that markup stays short.
 *
 * One column, one accent (藍, indigo). The pairs of colours reach 4.5:1 for text
 * and 3:1 for borders in both modes (WCAG 2.2 1.4.3, 1.4.11). Borders are real
 * ones, so forced colours keep every control visible. Nothing names a left or a
 * right side, so pages mirror by `dir`.
 *
 * @module
 */

const SOURCE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#123;--dim:#456;--line:#678;--ai:#147;--red:#a12;--ok:#163}
@media(prefers-color-scheme:dark){:root{--paper:#112;--ink:#eee;--dim:#abc;--line:#89a;--ai:#abf;--red:#f99;--ok:#8e9}}
*{box-sizing:border-box;margin:0;border:0 solid var(--line)}
body{max-width:34rem;margin:auto;padding:1rem;background:var(--paper);color:var(--ink);font:1.1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere;word-break:auto-phrase}
header{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;justify-content:space-between}
main{padding:1rem 0 3rem}
main>*+*,main form:not(.flex)>*+*{margin-top:1.25rem}
h1{font-size:1.6rem;line-height:1.3}
h2,h3{font-size:1.1rem}
ul{padding:0;list-style:none}
a{min-width:44px;color:var(--ai)}
[aria-current]{font-weight:700;text-decoration:none}
label{display:block;font-weight:700}
input,select,button{font:inherit;color:inherit;background:var(--paper);min-height:44px;padding:.5rem 1rem;border-width:1px;border-radius:6px}
input,select{width:100%;margin-top:.5rem}
button{font-weight:700;background:var(--ai);color:var(--paper);border:2px solid var(--ai);cursor:pointer}
:focus-visible{outline:3px solid var(--ai);outline-offset:2px}
::placeholder{color:var(--dim);opacity:1}
[aria-invalid]{border:2px solid var(--red)}
@media print{footer,form{display:none}}
`;

/** The style sheet, without line breaks. */
export const BASE_CSS: string = SOURCE.replaceAll("\n", "");
