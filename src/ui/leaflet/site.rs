//! The leaflets as files of the built app: whole documents with their links to each other.

use yew::LocalServerRenderer;

use super::{Leaflet, Page, Which, file_name};
use crate::content;
use crate::lang::Lang;
use crate::words::Words;
use crate::words::labels::labels;

/// What the built app is called from its leaflets.
#[derive(Clone, Debug)]
pub struct Files {
    /// The name of the style sheet in the app's folder.
    pub style: String,
    /// The name of the icon there.
    pub icon: String,
    /// Where the app will be published, such as `https://example.kz/merzim`, if that is known: then addresses that must
    /// be whole are, and there is a sitemap.
    pub site: Option<String>,
}

/// A file to write, by its path in the app's folder.
#[derive(Clone, Debug)]
pub struct File {
    pub path: String,
    pub text: String,
}

/// Every leaflet, the robots' file, and the sitemap where the site is known.
pub async fn files(of: &Files) -> Vec<File> {
    let mut files = Vec::new();
    for page in pages() {
        for lang in Lang::ALL {
            let text = document(of, page, lang, &rendered(page, lang).await);
            files.push(File { path: path(page, lang), text });
        }
    }
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(site) = &of.site {
        robots.push_str(&["Sitemap: ", site, "/sitemap.xml\n"].concat());
        files.push(File { path: "sitemap.xml".to_owned(), text: sitemap(site) });
    }
    files.push(File { path: "robots.txt".to_owned(), text: robots });
    files
}

/// What the app's document shows until the app runs: its first page in Kazakh as the app will show it, to the pixel.
///
/// The services lead to their leaflets and the languages to theirs, so that the page is of use without scripts too. The
/// search works in the app alone: until then its field is disabled, and nothing typed is lost.
pub async fn frame() -> String {
    let mut html = rendered(Page::Frame, Lang::Kk).await;
    let mut replace = |from: &str, to: &str| html = html.replacen(from, to, 1);
    replace("class=\"app ", "class=\"app app-frame ");
    replace("id=\"search\"", "id=\"search\" disabled=\"\"");
    for entry in &content::shipped().catalogue.index {
        let there = ["href=\"", &path(Page::Service(entry.id.as_str()), Lang::Kk), "\""].concat();
        replace(&["href=\"#/applicant/kk/", &entry.id, "\""].concat(), &there);
    }
    html
}

fn pages() -> impl Iterator<Item = Page> {
    let services = content::shipped().catalogue.index.iter().map(|entry| Page::Service(entry.id.as_str()));
    [Page::Start].into_iter().chain(services)
}

async fn rendered(page: Page, lang: Lang) -> String {
    LocalServerRenderer::<Leaflet>::with_props(Which { lang, page }).hydratable(false).render().await
}

fn path(page: Page, lang: Lang) -> String {
    [lang.code(), "/", &file_name(page)].concat()
}

/// The page's title and what it holds in a sentence.
fn about(page: Page, lang: Lang) -> (String, String) {
    let content::Content { catalogue, calendar, .. } = content::shipped();
    let words = Words { lang, catalogue, calendar };
    let say = words.leaflet();
    let entry = catalogue.index.iter().find(|entry| page == Page::Service(entry.id.as_str()));
    let name = labels(lang).app_name;
    match entry.map(|entry| entry.title.get(lang)) {
        None => ([labels(lang).start_title, name].join(" · "), say.start_description.to_owned()),
        Some(title) => ([title, say.kind, name].join(" · "), words.leaflet_about(title)),
    }
}

/// The document around a page: no script may run in it, and nothing comes from elsewhere.
fn document(of: &Files, page: Page, lang: Lang, body: &str) -> String {
    let (title, description) = about(page, lang);
    // These must be whole addresses; where the site is not known, the links on the page do.
    let mut links = String::new();
    if let Some(site) = &of.site {
        let address = |lang| escaped(&whole(site, page, lang));
        links = format!("  <link rel=\"canonical\" href=\"{}\">\n", address(lang));
        for other in Lang::ALL {
            let (code, href) = (other.code(), address(other));
            links.push_str(&format!("  <link rel=\"alternate\" hreflang=\"{code}\" href=\"{href}\">\n"));
        }
    }
    let Files { style, icon, .. } = of;
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n  <meta charset=\"utf-8\">\n  \
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'\">\n  \
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n  \
         <title>{}</title>\n  <meta name=\"description\" content=\"{}\">\n  \
         <meta name=\"referrer\" content=\"no-referrer\">\n{links}  \
         <link rel=\"icon\" href=\"../{icon}\" type=\"image/svg+xml\">\n  \
         <link rel=\"stylesheet\" href=\"../{style}\">\n  \
         <link rel=\"stylesheet\" href=\"../leaflet.css\">\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        lang.code(),
        escaped(&title),
        escaped(&description),
    )
}

fn whole(site: &str, page: Page, lang: Lang) -> String {
    [site, "/", &path(page, lang)].concat()
}

fn sitemap(site: &str) -> String {
    let checked = content::shipped().calendar.facts().as_of;
    let mut map = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in pages() {
        for lang in Lang::ALL {
            let address = escaped(&whole(site, page, lang));
            map.push_str(&format!("  <url><loc>{address}</loc><lastmod>{checked}</lastmod></url>\n"));
        }
    }
    map + "</urlset>\n"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
