//! The leaflets: every page for a browser without scripts, as the build writes it, and the frame that stands until the
//! app runs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "pages/faults.rs"]
#[allow(dead_code, reason = "here a link leads to a file, there to a page of the app")]
mod faults;
#[path = "pages/markup.rs"]
#[allow(dead_code, reason = "the pages' own test prints them")]
mod markup;

use std::collections::BTreeMap;

use merzim::content;
use merzim::engine::catalogue::{Channel, Edition, InForceOn, Known, Source, Validity};
use merzim::lang::Lang;
use merzim::ui::leaflet::{Files, files, frame};
use merzim::ui::{App, AppProps};
use merzim::words::Words;
use merzim::words::labels::labels;
use tokio::task::LocalSet;

/// The files by their paths, for a site at this address.
async fn written(site: Option<&str>) -> BTreeMap<String, String> {
    let of = Files { style: "style-1.css".into(), icon: "icon-1.svg".into(), site: site.map(str::to_owned) };
    let render = async { files(&of).await.into_iter().map(|file| (file.path, file.text)).collect() };
    LocalSet::new().run_until(render).await
}

fn words(lang: Lang) -> Words<'static> {
    let content = content::shipped();
    Words { lang, catalogue: content.catalogue, calendar: &content.calendar }
}

/// What stands after the document type.
fn markup_of(html: &str) -> Vec<markup::Element> {
    markup::elements(html.split_once('\n').unwrap().1)
}

/// The text of each edition and of each channel, by the id of its heading.
fn texts_by_heading(html: &str) -> BTreeMap<String, String> {
    let elements = markup_of(html);
    let with = |name: &'static str| elements.iter().filter(move |element| element.name == name);
    let sections = with("section").map(|section| (section.get("aria-labelledby").unwrap(), section));
    let headings = with("h3").filter_map(|heading| heading.get("id"));
    let channels = elements.iter().filter(|element| element.is("app-leaflet__channel"));
    let all = sections.chain(headings.zip(channels));
    all.map(|(id, element)| (id.to_owned(), one_space(&element.text))).collect()
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the page must say of a channel, from the catalogue.
fn of_channel(words: &Words<'static>, channel: &Channel) -> Vec<String> {
    let (lang, source) = (words.lang, |at: &Source| words.source_short(at));
    let mut expected = vec![channel.name.value.get(lang).to_owned(), source(&channel.name.source)];
    for rule in &channel.evidence.rules {
        expected.extend([words.evidence_name(&rule.evidence).to_owned(), rule.text.get(lang).to_owned()]);
        expected.push(source(&rule.source));
        let mut facts = Vec::new();
        rule.when.facts(&mut facts);
        expected.extend(facts.into_iter().map(|fact| words.fact_name(fact).to_owned()));
        if let Some(Validity::MaxAge { days, .. }) = &rule.validity {
            expected.push(words.calendar_days(*days));
        }
    }
    match &channel.terms {
        Known::Unknown { because, source: at } => expected.extend([words.because(*because).to_owned(), source(at)]),
        Known::Known { value, .. } => {
            for term in value {
                expected.extend(words.term_rule(term));
                expected.extend(words.term_legs(term));
                expected.push(source(&term.source));
                expected.extend(
                    term.legs.iter().filter(|_| term.legs.iter().count() == 1).map(|leg| words.leg(&leg.duration)),
                );
                let mut facts = Vec::new();
                term.when.facts(&mut facts);
                expected.extend(facts.into_iter().map(|fact| words.fact_name(fact).to_owned()));
            }
        }
    }
    for rule in &channel.milestones {
        expected.extend([words.milestone_rule(rule), source(&rule.source)]);
    }
    for step in channel.steps.value().into_iter().flatten() {
        expected.extend([step.action.get(lang).to_owned(), source(&step.source)]);
        expected.extend(step.duration.value().map(|duration| words.duration(duration)));
    }
    expected.extend(words.opening(&channel.opening));
    expected.push(words.if_incomplete(channel.if_incomplete.value).to_owned());
    expected
}

/// What it must say of an edition beside its channels.
fn of_edition(words: &Words<'static>, edition: &Edition) -> Vec<String> {
    let (lang, source) = (words.lang, |at: &Source| words.source_short(at));
    let mut expected = vec![edition.title.get(lang).to_owned(), words.date(edition.in_force.not_before)];
    let span = [edition.in_force.surely_from, edition.in_force.repeal_not_before, edition.in_force.surely_ended];
    expected.extend(span.into_iter().flatten().map(|day| words.date(day)));
    expected.push(words.act(words.catalogue.act(&edition.act).unwrap()));
    let rules = edition.requirements.iter().map(|rule| (&rule.text, &rule.source));
    let rules = rules.chain(edition.refusal_grounds.grounds.iter().map(|rule| (&rule.text, &rule.source)));
    let rules = rules.chain(edition.redirects.iter().map(|rule| (&rule.text, &rule.source)));
    for (text, at) in rules.chain(edition.complaints.iter().map(|complaint| (&complaint.text, &complaint.source))) {
        expected.extend([text.get(lang).to_owned(), source(at)]);
    }
    for provision in &edition.provisions {
        expected.extend(provision.text.value().map(|text| text.get(lang).to_owned()));
        expected.push(source(provision.text.source()));
    }
    let used = edition.notices.iter().chain(edition.channels.iter().flat_map(|channel| &channel.notices));
    expected.extend(used.map(|used| words.catalogue.notice(&used.id).unwrap().text.get(lang).to_owned()));
    expected.extend(edition.contacts.iter().map(|contact| contact.name.get(lang).to_owned()));
    expected.extend(edition.fee.value().map(|fee| words.fee(*fee).to_owned()));
    expected
}

#[tokio::test(flavor = "current_thread")]
async fn there_is_a_page_for_each_service_and_language_and_a_start_in_each() {
    let files = written(None).await;
    let mut expected = vec!["robots.txt".to_owned()];
    for lang in Lang::ALL {
        expected.push(format!("{}/index.html", lang.code()));
        let services = &content::shipped().catalogue.services;
        expected.extend(services.iter().map(|service| format!("{}/{}.html", lang.code(), service.id)));
    }
    expected.sort();
    assert_eq!(expected.len(), 25);
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), expected);
}

#[tokio::test(flavor = "current_thread")]
async fn no_page_has_a_fault_or_a_script_and_each_says_its_language() {
    for (path, html) in written(None).await.iter().filter(|(path, _)| path.ends_with(".html")) {
        let lang = Lang::from_code(&path[..2]).unwrap();
        assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{}\">\n<head>", lang.code())), "{path}");
        let document = html.split_once('\n').unwrap().1;
        let mut found = faults::faults(lang, document);
        found.extend(html.contains("<script").then(|| "a script".to_owned()));
        let attributes = markup_of(html).into_iter().flat_map(|element| element.attributes);
        let live = attributes.filter(|(name, _)| name == "style" || name.starts_with("on"));
        found.extend(live.map(|(name, _)| format!("an attribute {name}")));
        assert!(found.is_empty(), "{path}\n{}", found.join("\n"));
        let head = markup_of(html);
        let meta =
            |name: &str| head.iter().find(|element| element.get("name") == Some(name)).and_then(|it| it.get("content"));
        let description = meta("description").unwrap().chars().count();
        assert!((40..=220).contains(&description), "{path}: a description of {description} letters");
        let policy = head.iter().find(|element| element.get("http-equiv").is_some()).unwrap().get("content").unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script-src"), "{policy}");
        let title = head.iter().find(|element| element.name == "title").unwrap();
        assert!(title.text.ends_with(labels(lang).app_name) && 10 < title.text.chars().count(), "{}", title.text);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_link_leads_to_a_file_that_is_written_or_into_the_app() {
    let files = written(None).await;
    let beside = [
        "style-1.css",
        "icon-1.svg",
        "leaflet.css",
        "catalogue/calendar.json",
        "catalogue/acts.json",
        "catalogue/index.json",
    ];
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let elements = markup_of(html);
        let ids: Vec<_> = elements.iter().filter_map(|element| element.get("id")).collect();
        let mut alternates = Vec::new();
        for element in elements.iter().filter(|element| ["a", "link"].contains(&element.name.as_str())) {
            let href = element.get("href").unwrap();
            if element.get("rel") == Some("alternate") {
                alternates.push(element.get("hreflang").unwrap().to_owned());
            }
            if ["https://", "tel:"].iter().any(|start| href.starts_with(start)) {
                continue;
            }
            if let Some(id) = href.strip_prefix('#') {
                assert!(ids.contains(&id), "{path}: {href}");
                continue;
            }
            let there = href.strip_prefix("../").map_or_else(|| format!("{}/{href}", &path[..2]), str::to_owned);
            if let Some(fragment) = there.strip_prefix("#/") {
                let address = format!("#/{fragment}");
                let state = merzim::ui::state::State::from_fragment(&address, content::shipped().catalogue);
                assert_eq!(state.to_fragment(), address, "{path}: {href}");
                assert_eq!(state.lang.code(), &path[..2]);
                continue;
            }
            let service = there.strip_prefix("catalogue/").is_some_and(|file| content::read_shipped(file).is_ok());
            assert!(files.contains_key(&there) || service || beside.contains(&there.as_str()), "{path}: {href}");
        }
        assert!(alternates.is_empty(), "{path}: an alternate must be a whole address");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_document_term_and_source_of_every_channel_is_on_its_page() {
    let (files, mut met) = (written(None).await, 0);
    for lang in Lang::ALL {
        let words = words(lang);
        for service in &content::shipped().catalogue.services {
            let path = format!("{}/{}.html", lang.code(), service.id);
            let texts = texts_by_heading(&files[&path]);
            let mut look = |id: &str, expected: Vec<String>| {
                let text = texts.get(id).unwrap_or_else(|| panic!("{path}: no heading {id}"));
                for said in expected {
                    assert!(text.contains(&one_space(&said)), "{path} {id} lacks: {said}\n{text}");
                    met += 1;
                }
            };
            for edition in &service.editions {
                look(&edition.id, of_edition(&words, edition));
                for channel in &edition.channels {
                    look(&format!("{}-{}", edition.id, channel.id.slug()), of_channel(&words, channel));
                }
            }
            look("reported", service.reported_since.iter().map(|report| report.text.get(lang).to_owned()).collect());
        }
    }
    assert!(3_000 < met, "{met} sentences looked for");
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_likely_meant_comes_first_and_nothing_repealed_is_called_in_force() {
    let (files, checked) = (written(None).await, content::shipped().calendar.facts().as_of);
    let say = words(Lang::En).leaflet();
    for service in &content::shipped().catalogue.services {
        let page = &files[&format!("en/{}.html", service.id)];
        let sections: Vec<_> = markup_of(page).into_iter().filter(|element| element.name == "section").collect();
        let may_bind = |id: &str| service.edition(id).map(|edition| edition.in_force.on(checked) != InForceOn::No);
        let order: Vec<_> = sections.iter().filter_map(|section| may_bind(section.get("aria-labelledby")?)).collect();
        assert!(order.is_sorted_by(|first, next| first >= next), "{}: {order:?}", service.id);
        assert_eq!(order.len(), service.editions.len());
        for section in &sections {
            let Some(edition) = section.get("aria-labelledby").and_then(|id| service.edition(id)) else { continue };
            let repealed = edition.in_force.on(checked) == InForceOn::No;
            assert_eq!(section.text.contains(say.not_in_force), repealed, "{} {}", service.id, edition.id);
        }
    }
    let certificate = &files["en/tve-incomplete-certificate.html"];
    assert!(certificate.find("id=\"order-19-2023\"") < certificate.find("id=\"order-19-2020\""));
}

#[tokio::test(flavor = "current_thread")]
async fn a_sitemap_is_written_where_the_site_is_known() {
    assert!(!written(None).await.contains_key("sitemap.xml"));
    let files = written(Some("https://example.kz/merzim")).await;
    let map = &files["sitemap.xml"];
    assert_eq!(map.matches("<loc>https://example.kz/merzim/").count(), 24);
    assert!(files["robots.txt"].ends_with("Sitemap: https://example.kz/merzim/sitemap.xml\n"));
    let page = &files["ru/tve-admission.html"];
    let canonical = "<link rel=\"canonical\" href=\"https://example.kz/merzim/ru/tve-admission.html\">";
    assert!(page.contains(canonical), "{page}");
    for lang in ["kk", "ru", "en"] {
        let alternate = format!("hreflang=\"{lang}\" href=\"https://example.kz/merzim/{lang}/tve-admission.html\"");
        assert!(page.contains(&alternate), "{page}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_frame_is_the_first_page_and_leads_to_the_leaflets() {
    let frame = LocalSet::new().run_until(frame()).await;
    let now = content::shipped().calendar.facts().as_of.and_time(chrono::NaiveTime::MIN);
    let props = AppProps { address: "#/applicant/kk".into(), now, whole: None };
    let app = async { yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await };
    let app = LocalSet::new().run_until(app).await;
    let said = |html: &str| markup::texts(html, "kk");
    assert_eq!(said(&frame), said(&app), "the same texts in the same order");
    let classes = |html: &str| -> Vec<String> {
        let of = |element: markup::Element| element.get("class").unwrap_or_default().replace("app-frame ", "");
        markup::elements(html).into_iter().map(of).filter(|class| class != "app-languages__failed").collect()
    };
    assert_eq!(classes(&frame), classes(&app), "the same boxes");
    let elements = markup::elements(&frame);
    let services = elements.iter().filter(|element| element.is("app-services__choice"));
    let hrefs: Vec<_> = services.map(|service| service.get("href").unwrap().to_owned()).collect();
    let index = &content::shipped().catalogue.index;
    assert_eq!(hrefs, index.iter().map(|entry| format!("kk/{}.html", entry.id)).collect::<Vec<_>>());
    assert!(elements[0].is("app-frame"));
    assert!(elements.iter().any(|element| element.get("id") == Some("search") && element.get("disabled").is_some()));
    let languages = elements.iter().filter(|element| element.get("hreflang").is_some());
    let languages: Vec<_> = languages.map(|link| link.get("href").unwrap()).collect();
    assert_eq!(languages, ["ru/index.html", "en/index.html"]);
    assert!(elements.iter().all(|element| element.name != "button"), "nothing that only the app can do");
}
