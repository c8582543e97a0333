//! What a person tells: a few names, some with a value.
//!
//! Both kinds are sorted lists. A person tells a dozen things at most, and a search tree for them would weigh more in a
//! first visit than all that they say.

/// Values by name, in the order of the names.
///
/// ```
/// use merzim::engine::told::Told;
/// let told: Told<bool> = [("lost", true), ("abroad", false)].map(|(name, value)| (name.to_owned(), value)).into();
/// assert_eq!(told.get("lost"), Some(&true));
/// assert_eq!(told.get("stolen"), None, "what is not told is unknown");
/// assert_eq!(told.names().collect::<Vec<_>>(), ["abroad", "lost"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told<T>(Vec<(String, T)>);

impl<T> Told<T> {
    pub fn get(&self, name: &str) -> Option<&T> {
        let place = self.place(name).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    pub fn contains(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Tells a value, in place of the one told before.
    pub fn insert(&mut self, name: String, value: T) {
        match self.place(&name) {
            Ok(place) => {
                if let Some((_, told)) = self.0.get_mut(place) {
                    *told = value;
                }
            }
            Err(place) => self.0.insert(place, (name, value)),
        }
    }

    /// Takes the name back; false if it was not told.
    pub fn remove(&mut self, name: &str) -> bool {
        let place = self.place(name);
        if let Ok(place) = place {
            self.0.remove(place);
        }
        place.is_ok()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (String, T)> {
        self.0.iter()
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Where the name is, or where it would stand.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }
}

impl<T> Default for Told<T> {
    fn default() -> Self {
        Told(Vec::new())
    }
}

impl<T> Extend<(String, T)> for Told<T> {
    fn extend<I: IntoIterator<Item = (String, T)>>(&mut self, pairs: I) {
        pairs.into_iter().for_each(|(name, value)| self.insert(name, value));
    }
}

impl<T> FromIterator<(String, T)> for Told<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(pairs: I) -> Self {
        let mut told = Told::default();
        told.extend(pairs);
        told
    }
}

impl<T, const N: usize> From<[(String, T); N]> for Told<T> {
    fn from(pairs: [(String, T); N]) -> Self {
        pairs.into_iter().collect()
    }
}

/// Names in their order, each once.
///
/// ```
/// use merzim::engine::told::Names;
/// let held: Names = ["photo", "application", "photo"].map(str::to_owned).into_iter().collect();
/// assert_eq!(held.iter().collect::<Vec<_>>(), ["application", "photo"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Told<()>);

impl Names {
    pub fn contains(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    pub fn insert(&mut self, name: String) {
        self.0.insert(name, ());
    }

    /// Takes the name away; false if it was not there.
    pub fn remove(&mut self, name: &str) -> bool {
        self.0.remove(name)
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.names()
    }
}

impl Extend<String> for Names {
    fn extend<I: IntoIterator<Item = String>>(&mut self, names: I) {
        names.into_iter().for_each(|name| self.insert(name));
    }
}

impl FromIterator<String> for Names {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        let mut all = Names::default();
        all.extend(names);
        all
    }
}

/// Puts an item after those that come before it or with it. For short lists: a sort would weigh more than the rest.
pub fn put<T>(list: &mut Vec<T>, item: T, comes_after: impl Fn(&T) -> bool) {
    let place = list.iter().position(comes_after).unwrap_or(list.len());
    list.insert(place, item);
}
