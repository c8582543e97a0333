//! A QR code that is drawn as SVG, read back by a decoder that is not ours.

/// What the code says. It has the margin that readers need.
pub fn read(svg: &str) -> String {
    let (side, dark) = modules(svg);
    let is_touched = |at: usize| (0..side).any(|other| dark[at * side + other] || dark[other * side + at]);
    assert!((0..4).chain(side - 4..side).all(|at| !is_touched(at)), "four modules of margin");
    decoded(side, &dark)
}

/// The value of an attribute in a piece of html.
pub fn attribute<'h>(html: &'h str, name: &str) -> &'h str {
    let (_, rest) = html.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {html:.200}"));
    rest.split_once('"').unwrap().0
}

/// The modules of a code as drawn: the side, and for each module whether it is dark.
fn modules(svg: &str) -> (usize, Vec<bool>) {
    let side: usize = attribute(svg, "viewBox").rsplit(' ').next().unwrap().parse().unwrap();
    let mut dark = vec![false; side * side];
    let path = svg.split_once("<path").unwrap().1;
    for run in attribute(path, "d").split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (width, rest) = rest.split_once('v').unwrap();
        assert_eq!(rest, format!("1h-{width}z"), "a run is one module high: {run}");
        let [x, y, width] = [x, y, width].map(|number| number.parse::<usize>().unwrap());
        dark[y * side + x..][..width].fill(true);
    }
    (side, dark)
}

/// What a camera reads in the picture.
fn decoded(side: usize, dark: &[bool]) -> String {
    const PIXELS: usize = 3;
    let size = side * PIXELS;
    let shade = |x: usize, y: usize| if dark[y / PIXELS * side + x / PIXELS] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size, size, shade);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "codes in the picture");
    grids[0].decode().unwrap().1
}
