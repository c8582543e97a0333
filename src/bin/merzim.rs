//! The command line.

use merzim::content;

fn main() {
    let folder = std::env::args().nth(2).unwrap_or_else(|| "static/catalogue".to_owned());
    let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).map_err(|error| error.to_string());
    match content::parse(&read) {
        Ok(catalogue) => println!("{} services", catalogue.services.len()),
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            std::process::exit(1);
        }
    }
}
