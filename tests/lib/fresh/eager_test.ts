import { assertEquals, assertStringIncludes } from "@std/assert";
import { eager } from "@/lib/fresh/eager.ts";

Deno.test.each([
  [
    "a declaration",
    "function a(b){return b}",
    "var a=(function(b){return b});",
  ],
  ["a generator", "function*a(){}", "var a=(function*(){});"],
  [
    "an asynchronous one",
    "async function a(){}",
    "var a=(async function(){});",
  ],
  ["an expression", "var a=function(){};", "var a=(function(){});"],
  ["an arrow", "a(b=>c=>d);", "a((b=>c=>d));"],
  ["one after the other", "a(()=>1,()=>2);", "a((()=>1),(()=>2));"],
  ["a property", "var a={b:()=>1};", "var a={b:(()=>1)};"],
  ["no method", "var a={b(){},get c(){}};", "var a={b(){},get c(){}};"],
  ["a field of a class", "class A{b=()=>1;c(){}}", "class A{b=(()=>1);c(){}}"],
])("eager() puts %s into parentheses", (_what, source, want) => {
  assertEquals(eager(source), want);
});

Deno.test("eager() leaves nothing out", () => {
  const source = "var a=`${b}`;export{a as c};";
  assertEquals(eager(source), source.replace(";e", ";\ne"));
});

/** What a module exports as `found`. */
async function run(source: string): Promise<unknown> {
  const url = `data:text/javascript,${encodeURIComponent(source)}`;
  const module: { found: unknown } = await import(url);
  return module.found;
}

Deno.test.each([
  ["used before it is declared", "var n=a();function a(){return 1}"],
  [
    "that replaces itself",
    "function a(){return a=()=>2,a()}var n=a()+a();",
  ],
  ["by its name", "function a(){}var b=()=>1,n=[a.name,b.name];"],
  ["that calls itself", "function a(i){return i?i+a(i-1):0}var n=a(4);"],
  ["of a class", "class A{static b=()=>3;c(){return A.b()}}var n=new A().c();"],
  ["called at once", "var n=(()=>4)()+function(){return 5}();"],
])("eager() changes nothing about a function %s", async (_what, code) => {
  const source = `${code}export{n as found};`;
  assertEquals(await run(eager(source)), await run(source));
});

Deno.test("eager() puts imports first", () => {
  const source = 'var n=a(1);import{x}from"./y.js";function a(){return x}';
  const [first = "", second = ""] = eager(source).split("\n");
  assertStringIncludes(first, 'import{x}from"./y.js";');
  assertStringIncludes(second, "var a=(function(){return x});");
});
