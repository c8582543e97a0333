// Serves a built app with compression, and measures it in Chromium: Lighthouse's four scores under its slow 4G and
// slow phone, and how soon a tap is answered on a phone four times slower than this machine.
import { createServer } from "node:http";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [folder, reports] = process.argv.slice(2);
const tapsAlone = process.env.TAPS_ALONE; // for whoever works on them
const RUNS = 3;
const GOALS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const PAGES = [
  ["first page, kk", "#/applicant/kk"],
  ["first page, ru", "#/applicant/ru"],
  ["first page, en", "#/applicant/en"],
  ["no scripts needed, kk", "kk/tve-admission.html"],
];
let failed = false;
const judge = (holds) => (holds ? "" : ((failed = true), "  <- below the goal"));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const part = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * share) - 1];

// ---- the site

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json", ".txt": "text/plain; charset=utf-8",
};
const compressed = new Map();
const EMPTY = `<!doctype html><meta name=viewport content="width=device-width">
  ${["a", "b"].map((id) => `<p><input type=radio name=x id=${id}><label for=${id}>${id.repeat(12)}</label></p>`).join("")}`;
const site = createServer((request, response) => {
  if (request.url == "/empty") return response.writeHead(200, { "content-type": "text/html" }).end(EMPTY);
  const path = normalize(decodeURIComponent(request.url.split("?")[0]));
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
  if (!compressed.has(file)) {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    compressed.set(file, brotliCompressSync(readFileSync(file), quality));
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-encoding": "br",
    "cache-control": path == "/" || path.endsWith(".html") ? "no-cache" : "public, max-age=31536000, immutable",
  });
  response.end(compressed.get(file));
});
await new Promise((done) => site.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${site.address().port}/`;
await fetch(origin); // compresses the first file; the rest follows with the first run, which is not counted

const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"],
});
const port = Number(new URL(browser.wsEndpoint()).port);

// ---- Lighthouse

const measures = {
  "first paint, ms": "first-contentful-paint", "largest paint, ms": "largest-contentful-paint",
  "interactive, ms": "interactive", "blocked, ms": "total-blocking-time", "layout shift": "cumulative-layout-shift",
  "bytes": "total-byte-weight",
};
const kept = reports && (mkdirSync(reports, { recursive: true }), reports);
console.log(`Lighthouse, mobile, slow 4G and a slow phone (its own throttling); the median of ${RUNS} runs`);
for (const [name, address] of tapsAlone ? [] : PAGES) {
  const runs = [];
  for (let run = 0; run <= RUNS; run++) {
    const { lhr } = await lighthouse(origin + address, { port, logLevel: "error", output: "json" });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    if (run > 0) runs.push(lhr);
  }
  console.log(`\n${name}  (${address})`);
  for (const [category, goal] of Object.entries(GOALS)) {
    const score = Math.round(100 * median(runs.map((run) => run.categories[category].score)));
    console.log(`  ${category.padEnd(18)} ${String(score).padStart(7)}   at least ${goal}${judge(score >= goal)}`);
    if (score < goal) {
      const audits = runs.at(-1).categories[category].auditRefs.map(({ id }) => runs.at(-1).audits[id]);
      for (const { id, score, displayValue } of audits) {
        if (score !== null && score < 0.9) console.log(`      ${id}: ${score} ${displayValue ?? ""}`);
      }
    }
  }
  for (const [title, audit] of Object.entries(measures)) {
    const value = median(runs.map((run) => run.audits[audit].numericValue));
    const goal = { interactive: [2000, "at most 2000"], "cumulative-layout-shift": [0, "none"] }[audit];
    const shown = audit == "cumulative-layout-shift" ? value.toFixed(3) : Math.round(value);
    console.log(`  ${title.padEnd(18)} ${String(shown).padStart(7)}${goal ? `   ${goal[1]}${judge(value <= goal[0])}` : ""}`);
  }
  if (kept) writeFileSync(join(kept, `${name.replace(/\W+/g, "-")}.json`), JSON.stringify(runs.at(-1)));
}

// ---- taps

// A tap is answered by handlers, and painted by the next frame: their times together are the work. Before and between
// them the browser waits for the finger to rise and for the display's next refresh, on an empty page as on ours: both
// are printed whole too, from the finger's event to the painted frame.
const WATCH = `
  globalThis.taps = [];
  let tap;
  for (const kind of ["click", "input", "change", "submit"]) {
    let entered;
    addEventListener(kind, (event) => {
      entered = performance.now();
      if (tap) return;
      const mine = (tap = { work: 0, began: event.timeStamp });
      requestAnimationFrame(() => {
        const framed = performance.now(), { port1, port2 } = new MessageChannel();
        tap = undefined;
        port1.onmessage = () => {
          const now = performance.now();
          taps.push([mine.work + now - framed, now - mine.began]);
        };
        port2.postMessage(0);
      });
    }, { capture: true });
    // What the app does at an event it has done when the event comes here.
    addEventListener(kind, () => tap && (tap.work += performance.now() - entered));
  }`;

const page = await browser.newPage();
await page.evaluateOnNewDocument(WATCH);
await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
await page.emulateCPUThrottling(4);
const taps = [];
// After a new page the whole program may take over; a person looks first, too.
const settle = (milliseconds = 250) => new Promise((done) => setTimeout(done, milliseconds));
// A journey by hand: each choice of each page is tapped, then the page is sent, until the answer is there.
for (const lang of ["kk", "ru", "en"]) {
  for (const service of ["school-certificate-duplicate", "tve-incomplete-certificate", "tve-admission", "he-diploma-duplicate"]) {
    await page.goto("about:blank");
    await page.goto(`${origin}#/applicant/${lang}`);
    await page.waitForSelector(`a[href$="/${service}"]`);
    await settle();
    await page.tap(`a[href$="/${service}"]`);
    for (let pages = 0; pages < 14; pages++) {
      await settle(900);
      if (await page.$(".app-page--answer")) break;
      const known = await page.$$(".app-editions__choice");
      if (known.length > 0) {
        await known[0].tap();
        continue;
      }
      for (const choice of (await page.$$(".app-choice__label")).slice(0, 4).reverse()) {
        await choice.tap();
        await settle();
      }
      const go = await page.$(".app-form button[type=submit]");
      if (!go) break;
      await go.tap();
    }
    await settle();
    taps.push(...(await page.evaluate("taps.splice(0)")));
  }
}
// The same on a page with nothing but two choices: what the browser takes by itself.
await page.goto(`${origin}empty`);
const empty = [];
for (let time = 0; time < 60; time++) {
  await (await page.$$("label"))[time % 2].tap();
  await settle();
}
empty.push(...(await page.evaluate("taps.splice(0)")));
await browser.close();
site.close();

const of = (taps, which, share) => part(taps.map((tap) => tap[which]), share);
const row = (title, which, share, goal) => {
  const [ours, theirs] = [of(taps, which, share), of(empty, which, share)];
  const judged = goal ? `   at most ${goal}${judge(ours <= goal)}` : "";
  console.log(`  ${title.padEnd(34)} ${ours.toFixed(1).padStart(7)} ${theirs.toFixed(1).padStart(11)}${judged}`);
};
console.log(`\nA tap until its answer is painted, on a processor slowed down four times; ${taps.length} taps`);
console.log(`  ${"ms".padEnd(34)} ${"the app".padStart(7)} ${"empty page".padStart(11)}`);
row("work, median", 0, 0.5, 16);
row("work, 99 of 100", 0, 0.99, 50);
row("with the browser's waiting, median", 1, 0.5);
row("with the waiting, 99 of 100", 1, 0.99);
process.exit(failed ? 1 : 0);
