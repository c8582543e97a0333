// Starts the app. It is a file and not an inline script, so that the page's policy can forbid inline scripts.
// Where the app cannot start, the page shows the words meant for a browser without scripts.
const { app, wasm } = document.querySelector("script[data-wasm]").dataset;
const address = (path) => new URL(path, document.baseURI).href;
// The build in an address keeps a browser from mixing files of two builds.
const build = wasm.replace(/\W/g, "");
const mode = location.hash.slice(1).split("?")[0].split("/").find(Boolean);

// The short program is for applicants; the whole one for kiosks, for the desk, and where it is asked for.
const [program, code] =
  location.search == "?whole" || mode == "kiosk" || mode == "staff"
    ? [`merzim-whole.js?${build}`, `merzim-whole_bg.wasm?${build}`]
    : [app, wasm];

// The texts of a language are a file of their own: nobody waits for languages that they do not read.
const texts = async (lang) => {
  const answer = await fetch(address(`texts/${lang}.txt?${build}`));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.text();
};
// The app asks for another language when a person does.
globalThis.merzimTexts = (lang, then) => texts(lang).then(then, () => then());
// Puts a text on the clipboard, or selects the field that holds it.
globalThis.merzimCopy = (text, field, then) =>
  Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
    () => then(true),
    () => (document.getElementById(field)?.select(), then(false)),
  );

const shown = mode == "kiosk"
  ? ["kk", "ru", "en"]
  : [/^#\/(?:\w+\/)?(kk|ru|en)\b/.exec(location.hash)?.[1] ?? "kk"];

Promise.all([import(address(program)), ...shown.map(texts)])
  .then(async ([merzim, ...files]) => {
    await merzim.default({ module_or_path: address(code) });
    if (!merzim.start(files)) throw new Error("the texts are not of this build");
  })
  .catch((cause) => {
    document.getElementById("app").innerHTML = document.querySelector("noscript").textContent;
    throw cause;
  });
