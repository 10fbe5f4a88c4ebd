import { readReset } from "@/lib/web/reset_page.ts";

export default readReset;
