import { openBrowser } from "@/tests/e2e/support/browser.ts";
const [dir, pattern, out, w="320"] = Deno.args;
const files=[...Deno.readDirSync(dir)].map(f=>f.name).filter(n=>n.endsWith(".png")&&new RegExp(pattern).test(n)).sort();
const browser = await openBrowser();
const page = await browser.newPage({viewport:{width:Number(w)*5+80,height:800}});
const imgs = await Promise.all(files.map(async f=>`<figure style="margin:4px;width:${w}px"><figcaption style="font:12px sans-serif;background:#fd0">${f}</figcaption><img style="width:${w}px" src="data:image/png;base64,${(await Deno.readFile(dir+"/"+f)).toBase64()}"></figure>`));
await page.setContent(`<body style="margin:0;background:#888;display:flex;flex-wrap:wrap;align-items:flex-start">${imgs.join("")}</body>`);
await page.screenshot({path:out,fullPage:true});
await browser.close();
