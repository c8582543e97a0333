// Starts the app. It is a file and not an inline script, so that the page's policy can forbid inline scripts.
// Where the app cannot start, the page shows the words meant for a browser without scripts.
const { app, wasm } = document.querySelector("script[data-wasm]").dataset;
const address = (path) => new URL(path, document.baseURI).href;
// The build in an address keeps a browser from mixing files of two builds.
const build = wasm.replace(/\W/g, "");
const path = () => location.hash.split("?")[0];
// The document shows the first page in Kazakh: whoever asks for another sees its bar alone until the app runs.
if (!/^(#\/(applicant\/kk)?)?$/.test(path())) document.querySelector(".app").replaceChildren(document.querySelector("header"));
const [, mode, step] = /^#\/(kiosk|staff|gallery)?.*?(?:\/(form))?$/.exec(path()) ?? [];

const load = async (program, code, style) => {
  const [merzim] = await Promise.all([import(address(program)), style]);
  await merzim.default({ module_or_path: address(code) });
  return merzim;
};
// The whole program has what an applicant's first visit can do without, and a style of its own.
const whole = () =>
  load(`merzim-whole.js?${build}`, `merzim-whole_bg.wasm?${build}`, new Promise((done) => {
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `whole.css?${build}` });
    style.onload = style.onerror = done;
    document.head.append(style);
  }));

// The texts of a language are a file of their own: nobody waits for languages that they do not read.
const files = {};
const texts = async (lang) => {
  const answer = await fetch(address(`texts/${lang}.txt?${build}`));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return (files[lang] = await answer.text());
};
// The app asks for another language when a person does.
globalThis.merzimTexts = (lang, then) => texts(lang).then(then, () => then());
// Puts a text on the clipboard, or selects the field that holds it.
globalThis.merzimCopy = (text, field, then) =>
  Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
    () => then(true),
    () => (document.getElementById(field)?.select(), then(false)),
  );

// An entry of the browser's history that follows a page of the app says so: the page's own way back leads to that one.
globalThis.merzimWrite = (fragment, renews) => {
  try {
    if (renews) history.replaceState(history.state ?? "written", "", fragment);
    else history.pushState("follows", "", fragment);
  } catch {}
};
globalThis.merzimWritten = () => !!history.state;
globalThis.merzimBack = () => history.state == "follows" && (history.back(), true);

// A browser lays the page out anew for a title, though it be the same.
globalThis.merzimTitle = (lang, title, error) => {
  if (document.getElementById("errors")) title = `${error} · ${title}`;
  if (document.title != title) document.title = title;
  document.documentElement.lang = lang;
};

// With a key held down a link opens elsewhere: that is the browser's, and the app hears nothing of it.
const keys = ({ ctrlKey, metaKey, shiftKey, altKey }) => ctrlKey || metaKey || shiftKey || altKey;
addEventListener("click", (event) => keys(event) && event.target.closest("a") && event.stopPropagation(), true);

// The second of two quick taps on a spot is not meant for the page that the first has turned to.
let tapped = {};
addEventListener("click", (event) => {
  const { clientX: x, clientY: y, timeStamp: at, detail, pointerType } = event, page = document.querySelector(".app-page");
  const again = pointerType == "mouse"
    ? detail > 1
    : detail && at < tapped.at + 400 && Math.hypot(x - tapped.x, y - tapped.y) < 24;
  if (again && page != tapped.page) {
    event.preventDefault();
    event.stopPropagation();
    tapped.at = at;
  } else tapped = { x, y, at, page };
}, true);

// Puts what the app has made in the place of what is shown, if that still stands. What was opened stays open, and what has
// the focus or is being read stays where it is: its twin in the new page has its id, or its words.
let stands = () => true, isShown;
const toggled = [];
addEventListener("click", ({ target }) => {
  const summary = target.closest("summary");
  if (summary) toggled.push(summary);
}, true);
globalThis.merzimShow = (root) => {
  if (!stands()) return false;
  const shown = document.getElementById("app"), held = document.activeElement;
  const twin = (piece) => {
    const kind = piece.matches("a,button") ? "a,button" : piece.localName;
    const alike = (page) => [...page.querySelectorAll(kind)].filter((other) => other.textContent == piece.textContent);
    return piece.id ? root.querySelector(`[id="${piece.id}"]`) : alike(root)[alike(shown).indexOf(piece)];
  };
  const top = (piece) => piece.getBoundingClientRect().top;
  const read = scrollY && [...shown.querySelectorAll("h2,h3,p,li,summary,td")].find((piece) => top(piece) > 0 && twin(piece));
  const goesOn = read && [twin(read), top(read)];
  const focus = held != document.body && (twin(held) ?? root.querySelector("#heading"));
  for (const summary of toggled) {
    const other = twin(summary);
    if (other) other.parentNode.open = summary.parentNode.open;
  }
  shown.replaceWith(root);
  if (focus) focus.focus({ preventScroll: true });
  if (goesOn) scrollBy({ top: top(goesOn[0]) - goesOn[1], behavior: "instant" });
  return (isShown = true);
};

globalThis.merzimLetGo = () => isShown && document.activeElement?.blur();

// Calls back when what is shown now is painted.
globalThis.merzimPainted = (then) => requestAnimationFrame(() => setTimeout(then));

// The search is a program of its own: it comes when somebody turns to it.
let search;
const seek = () =>
  (search ??= load(`merzim-find.js?${build}`, `merzim-find_bg.wasm?${build}`).then((merzim) => {
    // The first look-up reads the words: nobody's keystroke waits for that.
    merzim.find("d", "kk");
    return merzim;
  }).catch(() => (search = undefined)));
addEventListener("focusin", ({ target }) => target.id == "search" && seek());
// Enter leads to what is found, once it is said what is, and a phone takes its keyboard away.
addEventListener("submit", ({ target }) => {
  if (target.matches(".app-search") && target.nextElementSibling.textContent) document.querySelector(".app-services a").focus();
});
globalThis.merzimFind = (query, lang, then) => seek().then((merzim) => then(merzim?.find(query, lang)));

const shown = mode == "kiosk"
  ? ["kk", "ru", "en"]
  : [/^#\/(?:\w+\/)?(kk|ru|en)\b/.exec(location.hash)?.[1] ?? "kk"];
// Each step is a task of its own: in between a phone may answer a touch.
const task = (milliseconds = 0) => new Promise((done) => setTimeout(done, milliseconds));
const prepare = async (merzim) => {
  await task();
  if (!merzim.prepare(Object.values(files))) throw new Error("the texts are not of this build");
  await task();
  // An app that shows nothing: what every app does first a browser does for the first time here.
  merzim.start("#");
  await task();
};
// A browser takes longer for whatever it does for the first time. So some pages are turned out of sight, of a service that
// has a page of each kind, and nobody's first touch is the first. It waits while somebody does something.
let touched = 0;
for (const kind of ["pointerdown", "touchmove", "wheel", "keydown", "click", "input", "hashchange"]) {
  addEventListener(kind, () => (touched = performance.now()), { capture: true, passive: true });
}
const rest = async () => {
  do await task(40);
  while (performance.now() < touched + 200);
};
const rehearse = async (merzim) => {
  await task(250);
  await rest();
  const stage = merzim.start(`#/applicant/${Object.keys(files)[0]}/he-diploma-duplicate`);
  await rest();
  stage.querySelector(".app-editions__choice").click();
  await rest();
  for (let page = 0; page < 4; page++) {
    stage.querySelector("input")?.dispatchEvent(new Event("change", { bubbles: true }));
    stage.querySelector("form").dispatchEvent(new Event("submit", { bubbles: true }));
    await rest();
  }
  performance.mark(`rehearsed to ${stage.querySelector("main>*").className}`);
};
const isWhole = mode || step || location.search == "?whole";
// Where the whole program cannot be had, the short one does for an applicant.
const first = isWhole ? whole().catch((cause) => mode ? Promise.reject(cause) : load(app, wasm)) : load(app, wasm);

Promise.all([first, ...shown.map(texts)])
  .then(async ([merzim]) => {
    await prepare(merzim);
    merzim.start(location.href);
    if (!isWhole) {
      meanwhile(merzim);
      await rehearse(merzim).catch(console.error);
    }
  })
  .catch((cause) => {
    document.getElementById("app").innerHTML = document.querySelector("noscript").textContent;
    throw cause;
  });

// Once somebody has chosen a service, the whole program comes in the background. It takes over between two pages, when
// nothing is half typed, or on the answer's page, which it adds to. Who wants to save data asks for it by a link.
const meanwhile = (short) => {
  let here = path(), coming, ready;
  // The short program goes on until the whole one has made the same page, and beyond if somebody does something meanwhile.
  const takeOver = () => {
    const began = performance.now();
    stands = () => {
      const rests = touched + 200 < began && getSelection().isCollapsed;
      if (rests) pages.disconnect();
      else setTimeout(onAnswer, 400);
      setTimeout((rests ? short : ready).stop);
      return rests;
    };
    ready.start(location.href);
  };
  const onAnswer = () => path().endsWith("/answer") && takeOver();
  const come = async () => {
    // Somebody reads the page now.
    await task(400);
    if (navigator.connection?.saveData) return;
    const merzim = await whole();
    await prepare(merzim);
    await rehearse(merzim).catch(console.error);
    ready = merzim;
    onAnswer();
  };
  const turned = () => {
    const turns = here != (here = path());
    if (here.split("/").length < 4) return;
    coming ??= come().catch(() => {});
    // The new page is painted first; who is quicker than that goes on with the short program.
    const turnedTo = here;
    if (ready && turns) setTimeout(() => {
      if (here == turnedTo && document.activeElement?.id == "heading") takeOver();
    }, 200);
  };
  // Every page has its own title.
  const pages = new MutationObserver(turned);
  pages.observe(document.querySelector("title"), { childList: true });
  turned();
};
