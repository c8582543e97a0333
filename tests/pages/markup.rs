//! Html as a list of tags and texts: enough to print a page readably and to look for faults in it.

/// One piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Open { name: String, attributes: Vec<(String, String)>, text: String },
    Close { name: String },
    Text(String),
}

/// Elements that have no end tag.
const VOID: [&str; 6] = ["input", "br", "hr", "img", "link", "meta"];

pub fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// The pieces of a page in their order; panics where a tag is not closed or closes another.
pub fn pieces(html: &str) -> Vec<Piece> {
    let (mut pieces, mut open, mut rest) = (Vec::new(), Vec::new(), html);
    while !rest.is_empty() {
        let (text, tagged) = rest.split_once('<').unwrap_or((rest, ""));
        if !text.is_empty() {
            pieces.push(Piece::Text(unescaped(text)));
        }
        if tagged.is_empty() {
            break;
        }
        let (tag, after) = tagged.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "tags close in their order");
            pieces.push(Piece::Close { name: name.to_owned() });
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !is_void(name) {
            open.push(name.to_owned());
        }
        let attributes = read_attributes(attributes);
        pieces.push(Piece::Open { name: name.to_owned(), attributes, text: tag.to_owned() });
    }
    assert_eq!(open, Vec::<String>::new(), "every tag is closed");
    pieces
}

fn read_attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("an attribute ends");
        attributes.push((name.trim().to_owned(), unescaped(value)));
        rest = after;
    }
    assert_eq!(rest.trim(), "", "every attribute has a value");
    attributes
}

fn unescaped(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

/// The page with one tag or text on a line, indented, so that a difference can be read.
pub fn printed(html: &str) -> String {
    let (mut lines, mut depth) = (String::new(), 0);
    let mut line = |depth: usize, text: &str| lines.push_str(&format!("{}{text}\n", " ".repeat(depth)));
    for piece in pieces(html) {
        match piece {
            Piece::Open { name, text, .. } => {
                line(depth, &format!("<{text}>"));
                depth += usize::from(!is_void(&name));
            }
            Piece::Close { .. } => depth -= 1,
            Piece::Text(text) if text.trim().is_empty() => {}
            Piece::Text(text) => line(depth, text.trim()),
        }
    }
    lines
}

/// An element, and what is in it.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// All text within, as a person reads it.
    pub text: String,
    /// The names of the elements around it, from the outside in.
    pub within: Vec<String>,
}

impl Element {
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, value)| value.as_str())
    }

    pub fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }
}

/// Every element of a page, in the order in which they begin.
pub fn elements(html: &str) -> Vec<Element> {
    let (mut elements, mut open) = (Vec::<Element>::new(), Vec::new());
    for piece in pieces(html) {
        match piece {
            Piece::Open { name, attributes, .. } => {
                let within = open.iter().map(|at: &usize| elements[*at].name.clone()).collect();
                if !is_void(&name) {
                    open.push(elements.len());
                }
                elements.push(Element { name, attributes, text: String::new(), within });
            }
            Piece::Close { .. } => drop(open.pop()),
            Piece::Text(text) => open.iter().for_each(|at| elements[*at].text.push_str(&text)),
        }
    }
    elements
}

/// Every text of a page with the language it is said to be in.
pub fn texts(html: &str, page_lang: &str) -> Vec<(String, String)> {
    let (mut texts, mut langs) = (Vec::new(), vec![page_lang.to_owned()]);
    for piece in pieces(html) {
        match piece {
            Piece::Open { name, attributes, .. } => {
                let said = attributes.into_iter().find(|(name, _)| name == "lang").map(|(_, lang)| lang);
                let lang = said.unwrap_or_else(|| langs.last().unwrap().clone());
                if !is_void(&name) {
                    langs.push(lang);
                }
            }
            Piece::Close { .. } => drop(langs.pop()),
            Piece::Text(text) => texts.push((langs.last().unwrap().clone(), text)),
        }
    }
    texts
}
