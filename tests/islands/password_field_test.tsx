import { assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import PasswordField from "@/islands/password/PasswordField.tsx";

Deno.test("PasswordField is nothing before its script runs", () => {
  const html = renderToString(
    <PasswordField field="newPassword" label="Show the password" />,
  );
  assertEquals(html, "");
});
