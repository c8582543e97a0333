//! Writes what a browser without scripts reads into the built app: the leaflets, and the frame that stands in the
//! document until the app runs.
//!
//! `merzim-leaflets DIR [SITE]`: trunk calls it at the end of a build with the folder that it is about to publish.
//! `SITE` is the address where the app will stand, if it is known.

#[cfg(not(target_arch = "wasm32"))]
mod written {
    use std::fs;
    use std::io::{Error, Result};
    use std::path::{Path, PathBuf};

    use merzim::ui::leaflet::{File, Files, files, frame};

    /// Where the frame goes in the document.
    const MARK: &str = "<!--frame-->";

    pub fn into(folder: &Path, site: Option<String>) -> Result<()> {
        let name = |start, end| name_in(folder, start, end);
        let site = site.map(|site| site.trim_end_matches('/').to_owned()).filter(|site| !site.is_empty());
        let of = Files { style: name("style-", ".css")?, icon: name("icon-", ".svg")?, site };
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let render = async { (files(&of).await, frame().await) };
        let (files, frame) = tokio::task::LocalSet::new().block_on(&runtime, render);
        for File { path, text } in files {
            let path = folder.join(path);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, text)?;
        }
        let document = folder.join("index.html");
        let text = fs::read_to_string(&document)?;
        if !text.contains(MARK) {
            return Err(Error::other(format!("{} has no {MARK} for the frame", document.display())));
        }
        fs::write(document, text.replacen(MARK, &frame, 1))
    }

    /// The one file whose name starts and ends so: the middle is a hash of the build.
    fn name_in(folder: &Path, start: &str, end: &str) -> Result<String> {
        let names = fs::read_dir(folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names = names.filter(|name| name.starts_with(start) && name.ends_with(end));
        match (names.next(), names.next()) {
            (Some(name), None) => Ok(name),
            _ => Err(Error::other(format!("{} must hold one {start}*{end}", folder.display()))),
        }
    }

    pub fn folder() -> Option<PathBuf> {
        std::env::args_os().nth(1).map(PathBuf::from)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let written = match written::folder() {
        Some(folder) => written::into(&folder, std::env::args().nth(2)),
        None => Err(std::io::Error::other("name the folder of the built app")),
    };
    match written {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("merzim-leaflets: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
