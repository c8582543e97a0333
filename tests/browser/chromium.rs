//! A headless Chromium on an empty profile, driven over WebDriver.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::pin::pin;
use std::process::Stdio;
use std::task::Poll;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::task::LocalSet;

use crate::site::Site;

/// How long a journey waits for what should be on the page.
const PATIENCE: Duration = Duration::from_secs(10);

// Keys that have no letter, as WebDriver writes them.
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const DOWN: &str = "\u{e015}";
pub const UP: &str = "\u{e013}";
pub const PAGE_DOWN: &str = "\u{e00f}";

const ARGUMENTS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=kk",
    "--window-size=1280,800",
];

/// Runs `body` in a browser of its own, closes the browser however the body ends, and then checks what holds for
/// every journey: a silent console, and not one request to another host.
pub async fn journey(body: impl AsyncFnOnce(&Browser)) {
    let travel = async {
        let page = Browser::open().await;
        let outcome = outcome_of(body(&page)).await;
        let errors = page.console_errors().await;
        let strangers = page.requests_elsewhere().await;
        page.close().await;
        outcome.unwrap_or_else(|panic| resume_unwind(panic));
        assert_eq!(errors, Vec::<String>::new(), "errors in the console");
        assert_eq!(strangers, Vec::<String>::new(), "requests to another host");
    };
    LocalSet::new().run_until(travel).await;
}

/// What a future ends with, a panic included: the browser must be closed before the panic goes on.
async fn outcome_of(body: impl Future<Output = ()>) -> std::thread::Result<()> {
    let mut body = pin!(body);
    std::future::poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| body.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(())) => Poll::Ready(Ok(())),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}

/// A moment that a copy built from these facts believes.
pub const RIGHT_CLOCK: &str = "2026-12-01T06:00:00Z";

pub struct Browser {
    pub site: Site,
    client: Client,
    driver: Child,
    console: RefCell<Vec<String>>,
    requests: RefCell<Vec<String>>,
}

impl Browser {
    async fn open() -> Browser {
        let site = Site::open().await;
        let (driver, address) = start_driver().await;
        // The driver gives each browser a new empty profile and deletes it afterwards.
        let wishes = json!({
            "goog:chromeOptions": { "args": ARGUMENTS },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(serde_json::from_value(wishes).unwrap())
            .connect(&address)
            .await
            .expect("Chromium starts");
        let page = Browser { site, client, driver, console: RefCell::default(), requests: RefCell::default() };
        // Whenever the tests run, the facts are not older than the clock.
        page.set_clock(RIGHT_CLOCK).await;
        page
    }

    async fn close(mut self) {
        self.client.close().await.unwrap();
        self.driver.kill().await.unwrap();
    }

    /// Opens an address within the app: `""` is its first page, `"#/kiosk/kk"` a fragment of it.
    /// Where only the fragment differs from the page shown, the browser does not load the page anew.
    pub async fn goto(&self, address: &str) {
        self.client.goto(&format!("{}/{address}", self.site.origin)).await.unwrap();
    }

    /// Leaves the app, so that the next address loads it anew.
    pub async fn leave(&self) {
        self.client.goto("about:blank").await.unwrap();
    }

    pub async fn reload(&self) {
        self.client.refresh().await.unwrap();
    }

    pub async fn back(&self) {
        self.client.back().await.unwrap();
    }

    /// The whole address, fragment included.
    pub async fn address(&self) -> String {
        self.client.current_url().await.unwrap().into()
    }

    /// Width and height of the window in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
    }

    /// Clicks the first element that `css` names, as soon as it is there.
    pub async fn click(&self, css: &str) {
        // The whole program may take over between finding and clicking: a finger would not notice.
        let mut tries = 0;
        while let Err(error) = self.element(css).await.click().await {
            tries += 1;
            assert!(tries < 5 && error.to_string().contains("stale element"), "cannot click {css}: {error}");
        }
    }

    /// The words that a person sees in the first element that `css` names, as soon as it is there.
    pub async fn text(&self, css: &str) -> String {
        self.element(css).await.text().await.unwrap()
    }

    /// Replaces what stands in a field.
    pub async fn fill(&self, css: &str, value: &str) {
        let field = self.element(css).await;
        field.clear().await.unwrap();
        field.send_keys(value).await.unwrap_or_else(|error| panic!("cannot write in {css}: {error}"));
    }

    /// Presses keys where the focus is.
    pub async fn keys(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let actions = strokes.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client.perform_actions(actions).await.unwrap();
    }

    /// Presses the tabulator until the focus is on an element that `css` names.
    pub async fn tab_to(&self, css: &str) {
        let arrived = format!("return document.activeElement.matches('{css}')");
        for _ in 0..80 {
            if self.eval(&arrived).await == true {
                return;
            }
            self.keys(TAB).await;
        }
        panic!("the tabulator never comes to {css}");
    }

    /// Every target in sight is at least so many CSS pixels wide and high; a hidden box's target is its label.
    pub async fn assert_targets(&self, least: u32) {
        let small = self
            .eval(&format!(
                "const targets = [...document.querySelectorAll('a, button, summary, select, input, label[for]')];
                 const isTarget = e => e.checkVisibility() && !e.matches('.app-skip') &&
                     (e.matches('label') ? e.control?.matches('[type=radio], [type=checkbox]')
                                         : !e.matches('[type=radio], [type=checkbox]'));
                 return targets.filter(isTarget).map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 150)])
                     .filter(([box]) => box.width < {least} || box.height < {least})
                     .map(([box, html]) => `${{box.width}} x ${{box.height}}: ${{html}}`);"
            ))
            .await;
        assert_eq!(small, json!([]), "targets under {least} px");
    }

    /// The size of the page in CSS pixels, smaller than any window if need be.
    pub async fn viewport(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// What the person has told their device: `prefers-color-scheme` dark, `forced-colors` active …
    pub async fn prefer(&self, features: &[(&str, &str)]) {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Touches the page with a finger.
    pub async fn touch(&self, x: f64, y: f64) {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        let touch = |kind, points| json!({ "type": kind, "touchPoints": points });
        self.devtools("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": x, "y": y }]))).await;
        self.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await;
    }

    /// From the next page on, no script runs.
    pub async fn forbid_scripts(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// From now on everything comes as over a slow mobile network.
    pub async fn slow_network(&self) {
        let network = json!({
            "offline": false, "latency": 150, "downloadThroughput": 200 * 1024, "uploadThroughput": 90 * 1024,
        });
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.emulateNetworkConditions", network).await;
    }

    /// Shows the page as it is printed (`print`), or again as it is (an empty text).
    pub async fn show_as(&self, medium: &str) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": medium })).await;
    }

    /// Prints the page as PDF and counts the sheets of paper.
    pub async fn sheets(&self) -> u64 {
        let wishes = json!({ "preferCSSPageSize": true });
        let printed = self.devtools("Page.printToPDF", wishes).await;
        let pdf = printed["data"].as_str().unwrap();
        let pages = format!(r"return atob('{pdf}').match(/\/Type\s*\/Page\b(?!s)/g).length");
        self.eval(&pages).await.as_u64().unwrap()
    }

    /// One of Chromium's own developer tools, and what it answers.
    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Value {
        self.client.issue_cmd(Devtools(command, parameters)).await.unwrap()
    }

    /// Runs the body of a function in the page: `return …` gives its value.
    pub async fn eval(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// The same for a body that awaits.
    pub async fn eval_async(&self, script: &str) -> Value {
        self.eval(&format!("return (async () => {{ {script} }})()")).await
    }

    /// Waits for a condition, an expression of JavaScript, to become true.
    pub async fn wait_until(&self, condition: &str) {
        let start = std::time::Instant::now();
        while self.eval(&format!("return Boolean({condition})")).await != true {
            assert!(start.elapsed() < PATIENCE, "never became true: {condition}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// From the next page loaded on, the device's clock shows this moment, such as `2020-01-01T00:00:00Z`, and goes on.
    pub async fn set_clock(&self, moment: &str) {
        let script = format!(
            "{{ const True = Date, shift = True.parse('{moment}') - True.now();
                Date = class extends True {{
                    constructor(...given) {{ given.length ? super(...given) : super(True.now() + shift); }}
                    static now() {{ return True.now() + shift; }}
                }} }}"
        );
        self.before_each_page(&script).await;
    }

    /// From the next page loaded on, this script runs before any other.
    pub async fn before_each_page(&self, script: &str) {
        self.client.issue_cmd(BeforeEachPage(script.to_owned())).await.unwrap();
    }

    /// Writes a picture of the window, as PNG.
    pub async fn screenshot(&self, path: impl AsRef<Path>) {
        std::fs::write(path, self.client.screenshot().await.unwrap()).unwrap();
    }

    /// Every error that the console has shown since the browser opened: scripts, policy, missing files.
    pub async fn console_errors(&self) -> Vec<String> {
        let entries = self.log("browser").await;
        let errors =
            entries.iter().filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string());
        self.console.borrow_mut().extend(errors);
        self.console.borrow().clone()
    }

    /// For a journey that provoked its errors and has looked at them.
    pub fn forget_console_errors(&self) {
        self.console.borrow_mut().clear();
    }

    /// Every address outside the site that something in the browser window asked for.
    pub async fn requests_elsewhere(&self) -> Vec<String> {
        for entry in self.log("performance").await {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap()).unwrap();
            let url = event["message"]["params"]["request"]["url"].as_str();
            self.requests.borrow_mut().extend(url.map(str::to_owned));
        }
        let requests = self.requests.borrow();
        assert!(requests.iter().any(|url| url.starts_with(&self.site.origin)), "the log of requests is kept");
        let own = |url: &str| ["data:", "blob:", "about:", &self.site.origin].iter().any(|own| url.starts_with(own));
        requests.iter().filter(|url| !own(url)).cloned().collect()
    }

    async fn element(&self, css: &str) -> Element {
        let wait = self.client.wait().at_most(PATIENCE);
        wait.for_element(Locator::Css(css)).await.unwrap_or_else(|error| panic!("no {css} on the page: {error}"))
    }

    async fn log(&self, kind: &'static str) -> Vec<Value> {
        let entries = self.client.issue_cmd(ReadLog(kind)).await.unwrap();
        entries.as_array().cloned().unwrap()
    }
}

/// Starts ChromeDriver on a port that it chooses and tells. It takes a port of one protocol before it knows that the
/// other has it free: where two start at once, it gives up, and the next try gets another.
async fn start_driver() -> (Child, String) {
    for _ in 0..5 {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver is installed: `make test` does it");
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        while let Some(line) = lines.next_line().await.unwrap() {
            if let Some((_, port)) = line.split_once("successfully on port ") {
                return (driver, format!("http://127.0.0.1:{}", port.trim_end_matches('.')));
            }
        }
    }
    panic!("chromedriver ended five times before it told its port");
}

/// Chromium's own command: one of its developer tools.
#[derive(Debug)]
struct Devtools(&'static str, Value);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}

/// Chromium's own command: the entries of a log since it was last read.
#[derive(Debug)]
struct ReadLog(&'static str);

impl WebDriverCompatibleCommand for ReadLog {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": self.0 }).to_string()))
    }
}

/// Chromium's own command: a script that runs before any other on each page loaded from now on.
#[derive(Debug)]
struct BeforeEachPage(String);

impl WebDriverCompatibleCommand for BeforeEachPage {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let command = "Page.addScriptToEvaluateOnNewDocument";
        (http::Method::POST, Some(json!({ "cmd": command, "params": { "source": self.0 } }).to_string()))
    }
}
