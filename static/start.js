// Starts the app. It is a file and not an inline script, so that the page's policy can forbid inline scripts.
// Where the app cannot start, the page shows the words meant for a browser without scripts.
const { app, wasm } = document.querySelector("script[data-wasm]").dataset;
const address = (path) => new URL(path, document.baseURI).href;

import(address(app))
  .then((program) => program.default({ module_or_path: address(wasm) }))
  .catch((cause) => {
    document.getElementById("app").innerHTML = document.querySelector("noscript").textContent;
    throw cause;
  });
