//! What the gallery of the page's parts says.

sayings! {
    /// What the gallery of the page's parts says.
    Gallery, GALLERY:
    title { "Беттің бөліктері", "Части страницы", "Parts of the page" }
}
