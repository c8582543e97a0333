//! Serves the built app on a free port of this machine, as any web server for static files would.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, spawn_local};

pub struct Site {
    pub origin: String,
    withheld: Rc<RefCell<Vec<String>>>,
    server: JoinHandle<()>,
}

impl Site {
    /// Serves `dist/`, or the folder that `MERZIM_DIST` names.
    pub async fn open() -> Site {
        let dist = std::env::var_os("MERZIM_DIST").unwrap_or_else(|| "dist".into());
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(dist);
        assert!(root.join("index.html").is_file(), "{} has no app in it: run `make build`", root.display());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let withheld = Rc::new(RefCell::new(Vec::new()));
        let server = spawn_local(serve(listener, root, Rc::clone(&withheld)));
        Site { origin, withheld, server }
    }

    /// From now on, files whose name ends so are not found.
    pub fn withhold(&self, ending: &str) {
        self.withheld.borrow_mut().push(ending.to_owned());
    }

    /// From now on every file is found again.
    pub fn withhold_nothing(&self) {
        self.withheld.borrow_mut().clear();
    }

    /// From now on nothing answers, as without a network.
    pub fn stop(&self) {
        self.server.abort();
    }
}

async fn serve(listener: TcpListener, root: PathBuf, withheld: Rc<RefCell<Vec<String>>>) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let file = answer(stream, root.clone(), Rc::clone(&withheld));
        // A browser opens connections that it never uses, and drops others half-way: neither is a fault of the app.
        spawn_local(async { file.await.ok() });
    }
}

async fn answer(mut stream: TcpStream, root: PathBuf, withheld: Rc<RefCell<Vec<String>>>) -> std::io::Result<()> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await?);
    }
    let request = String::from_utf8_lossy(&request);
    let path = request.split([' ', '?']).nth(1).unwrap_or("/").trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let hidden = withheld.borrow().iter().any(|ending| path.ends_with(ending));
    let found = if hidden { None } else { std::fs::read(root.join(path)).ok() };
    let (status, body) = found.map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        media_type(path),
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    stream.shutdown().await
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
