//! A text as a QR code: inline SVG, crisp at every size and on paper.

use std::cell::RefCell;
use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use yew::prelude::*;

use super::element::{bare, el};

/// The code of a text, dark on white in every colour scheme, under this name for who does not see it; nothing if the text
/// is too long to be read off a small screen.
pub fn qr(text: &str, label: &str) -> Html {
    let Some((side, dark)) = drawn(text) else { return Html::default() };
    // Whole pixels for each module, as long as there is room.
    let pixels = (side * 4).to_string();
    let side = side.to_string();
    let picture = el("svg", "app-qr").attr("viewBox", ["0 0 ", &side, " ", &side].concat());
    let picture = picture.attr("width", pixels.clone()).attr("height", pixels);
    let picture =
        picture.attr("role", "img").attr("aria-label", label.to_owned()).attr("shape-rendering", "crispEdges");
    let paper = bare("rect").attr("width", side.clone()).attr("height", side).attr("fill", "#fff").alone();
    picture.holds(vec![paper, bare("path").attr("d", dark).attr("fill", "#000").alone()])
}

/// How wide the code is with its margin, in modules, and its dark parts as a path.
type Drawn = Option<(i32, AttrValue)>;

/// Draws a text once, however often the page is rendered: the choice of the mask takes a phone some milliseconds.
fn drawn(text: &str) -> Drawn {
    thread_local! {
        static LAST: RefCell<(String, Drawn)> = RefCell::default();
    }
    LAST.with_borrow_mut(|(of, drawn)| {
        if of != text {
            *of = text.to_owned();
            *drawn = code(text).map(|code| draw(&code));
        }
        drawn.clone()
    })
}

/// The smallest code of a text, with as much correction as it has room for. A code of more than 117 modules is too fine
/// for a phone's camera.
fn code(text: &str) -> Option<QrCode> {
    let finest = Version::new(25);
    let bytes = [QrSegment::make_bytes(text.as_bytes())];
    let coded = |least| QrCode::encode_segments_advanced(&bytes, least, Version::MIN, finest, None, true).ok();
    coded(QrCodeEcc::Medium).or_else(|| coded(QrCodeEcc::Low))
}

/// Each run of dark modules in a row as a rectangle, inside the margin of four modules that readers need.
fn draw(code: &QrCode) -> (i32, AttrValue) {
    const MARGIN: i32 = 4;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if start < x {
                let run = x - start;
                // Writing into a text cannot fail.
                let _written = write!(path, "M{} {}h{run}v1h-{run}z", start + MARGIN, y + MARGIN);
            }
            x += 1;
        }
    }
    (code.size() + 2 * MARGIN, AttrValue::from(path))
}
