/**
 * Written by `lib/web/tasks/sheet.ts` from the classes of all markup.
 *
 * @module
 */

/** A class, a space and its rule on each line, in order of precedence. */
export const SHEET: string = String.raw`
sr-only .sr-only{position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;white-space:nowrap;clip:rect(0,0,0,0);border-width:0}
flex .flex{display:flex}
gap-3 .gap-3{gap:.75rem}
grid .grid{display:grid}
inline-block .inline-block{display:inline-block}
p-0 .p-0{padding:0px}
p-4 .p-4{padding:1rem}
text-ai .text-ai{color:var(--ai)}
text-dim .text-dim{color:var(--dim)}
text-ok .text-ok{color:var(--ok)}
text-red .text-red{color:var(--red)}
w-11 .w-11{width:2.75rem}
py-2.5 .py-2\.5{padding-top:.625rem;padding-bottom:.625rem}
py-3 .py-3{padding-top:.75rem;padding-bottom:.75rem}
py-4 .py-4{padding-top:1rem;padding-bottom:1rem}
text-sm .text-sm{font-size:.875rem;line-height:1.25rem}
bg-paper .bg-paper{background-color:var(--paper)}
border .border{border-width:1px}
border-0 .border-0{border-width:0px}
border-2 .border-2{border-width:2px}
border-red .border-red{border-color:var(--red)}
flex-wrap .flex-wrap{flex-wrap:wrap}
font-bold .font-bold{font-weight:700}
gap-x-6 .gap-x-6{column-gap:1.5rem}
items-center .items-center{align-items:center}
max-w-full .max-w-full{max-width:100%}
select-all .select-all{user-select:all}
tracking-[.3em] .tracking-\[\.3em\]{letter-spacing:.3em}
whitespace-pre-wrap .whitespace-pre-wrap{white-space:pre-wrap}
list-disc .list-disc{list-style-type:disc}
no-underline .no-underline{text-decoration-line:none}
rounded-md .rounded-md{border-radius:.375rem}
border-t .border-t{border-top-width:1px}
[padding-inline-start:1.2rem] .\[padding-inline-start\:1\.2rem\]{padding-inline-start:1.2rem}
`;
