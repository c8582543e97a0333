// Starts the app. It is a file and not an inline script, so that the page's policy can forbid inline scripts.
// Where the app cannot start, the page shows the words meant for a browser without scripts.
const { app, wasm } = document.querySelector("script[data-wasm]").dataset;
const address = (path) => new URL(path, document.baseURI).href;

// The texts of a language are a file of their own: nobody waits for languages that they do not read. The app's name in
// the address keeps a browser from mixing the texts of one build with the app of another.
const texts = async (lang) => {
  const answer = await fetch(address(`texts/${lang}.txt?${wasm.replace(/\W/g, "")}`));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.text();
};
// The app asks for another language when a person does.
globalThis.merzimTexts = (lang, then) => texts(lang).then(then, () => then());

const shown = /^#\/kiosk/.test(location.hash)
  ? ["kk", "ru", "en"]
  : [/^#\/(?:\w+\/)?(kk|ru|en)\b/.exec(location.hash)?.[1] ?? "kk"];

Promise.all([import(address(app)), ...shown.map(texts)])
  .then(async ([program, ...files]) => {
    await program.default({ module_or_path: address(wasm) });
    if (!program.start(files)) throw new Error("the texts are not of this build");
  })
  .catch((cause) => {
    document.getElementById("app").innerHTML = document.querySelector("noscript").textContent;
    throw cause;
  });
