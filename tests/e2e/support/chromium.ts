/**
 * Chromium from npm, laid out once: the browser, the libraries that a bare
 * machine lacks, and its own fonts, so that pictures are the same everywhere.
 *
 * @module
 */
import { inflate } from "@sparticuz/chromium";

const MODULES = new URL("../../../node_modules/", import.meta.url).pathname;
/** The folder is renamed when it is complete: what is there is whole. */
const HOME = `${MODULES}.browser/chromium-153-four-fonts`;
const ARCHIVES = ["chromium.br", "al2023.tar.br", "fonts.tar.br"];

/** How to start it. */
export const CHROMIUM = {
  executablePath: `${HOME}/chromium`,
  env: {
    HOME,
    LD_LIBRARY_PATH: `${HOME}/al2023/lib`,
    FONTCONFIG_FILE: `${HOME}/fonts.conf`,
    TZ: "UTC",
  },
  /** What would reach for the network, or for a screen, is off. */
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
} as const;

/** Unpacks it unless that was done before. Where its fonts are is said anew each time: the folder may have moved. */
export async function prepareChromium(): Promise<void> {
  if (!await exists(CHROMIUM.executablePath)) {
    await Deno.mkdir(`${MODULES}.browser`, { recursive: true });
    const draft = await Deno.makeTempDir({ dir: `${MODULES}.browser` });
    await unpack(draft);
    await Deno.rename(draft, HOME);
  }
  await Deno.writeTextFile(`${HOME}/fonts.conf`, fontsConf());
}

/** `inflate` writes beneath the folder for temporary files. */
async function unpack(draft: string): Promise<void> {
  const before = Deno.env.get("TMPDIR");
  Deno.env.set("TMPDIR", draft);
  try {
    const bin =
      new URL("../bin/", import.meta.resolve("@sparticuz/chromium")).pathname;
    for (const archive of ARCHIVES) await inflate(bin + archive);
  } finally {
    if (before === undefined) Deno.env.delete("TMPDIR");
    else Deno.env.set("TMPDIR", before);
  }
}

/** For Japanese, Arabic, Simplified Chinese, and the marks of lists. */
const FONTS = [
  "@expo-google-fonts/kosugi",
  "@expo-google-fonts/noto-sans-arabic",
  "@expo-google-fonts/zcool-xiaowei",
  "@expo-google-fonts/noto-sans-symbols-2",
];

function fontsConf(): string {
  const folders = FONTS.map((font) => {
    const { pathname } = new URL(".", import.meta.resolve(font));
    return `  <dir>${pathname}</dir>`;
  });
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${HOME}/fonts</dir>
${folders.join("\n")}
  <cachedir>${HOME}/fonts-cache</cachedir>
</fontconfig>
`;
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
