// Shows how many papers of a zip have come in. The page works without this file: then the browser shows the download.
// The count is read from the zip itself, so no server has to remember how far it is. Stop closes the line, and that
// stops the work there.
const box = document.querySelector("[data-progress]");
const total = Number(box.dataset.progress);
const [bar, told, end, stop] = ["progress", "[data-told]", "[data-end]", "[data-stop]"].map((name) => box.querySelector(name));
const NOT_MADE = "niet-gemaakt.txt";
const HEADER = 30; // bytes before the name of a member (APPNOTE.TXT, 4.3.7)
let running = null;

// Follows the members of a zip piece by piece: header, name, content; what follows the last member is its directory.
class Members {
  names = [];
  #head = [];
  #content = 0;

  take(piece) {
    for (let at = 0; at < piece.length; ) {
      if (this.#content > 0) {
        const step = Math.min(this.#content, piece.length - at);
        this.#content -= step;
        at += step;
      } else if (this.#isDirectory) return;
      else this.#header(piece[at++]);
    }
  }

  get made() {
    return this.names.length - (this.#content > 0 ? 1 : 0) - (this.names.includes(NOT_MADE) ? 1 : 0);
  }

  get #isDirectory() {
    return this.#head.length >= 4 && this.#head[2] !== 3;
  }

  #header(byte) {
    this.#head.push(byte);
    if (this.#head.length < HEADER) return;
    const facts = new DataView(new Uint8Array(this.#head).buffer);
    const name = facts.getUint16(26, true);
    if (this.#head.length < HEADER + name) return;
    this.names.push(new TextDecoder().decode(new Uint8Array(this.#head.slice(HEADER))));
    this.#content = facts.getUint32(18, true);
    this.#head = [];
  }
}

async function receive(response, members) {
  const pieces = [];
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    members.take(value);
    bar.value = members.made;
    told.textContent = `${members.made} van ${total}`;
  }
  const zip = new Blob(pieces, { type: "application/zip" });
  const last = new Uint8Array(await zip.slice(-22).arrayBuffer());
  if (last.length < 22 || last[0] !== 80 || last[1] !== 75 || last[2] !== 5) throw new Error("half a zip");
  return zip;
}

function save(zip, response) {
  const link = document.createElement("a");
  const named = /filename="?([^";]+)"?/.exec(response.headers.get("Content-Disposition") ?? "");
  link.href = URL.createObjectURL(zip);
  link.download = named ? named[1] : "documenten.zip";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function fetchAll(address, options, kept) {
  if (running) return;
  running = new AbortController();
  box.hidden = false;
  stop.hidden = false;
  end.textContent = "";
  bar.value = 0;
  told.textContent = `0 van ${total}`;
  const members = new Members();
  try {
    const response = await fetch(address, { ...options, signal: running.signal });
    if (!response.ok || !(response.headers.get("Content-Type") ?? "").startsWith("application/zip")) throw new Error();
    save(await receive(response, members), response);
    const failed = members.names.includes(NOT_MADE) ? ` Niet alles is gelukt: lees ${NOT_MADE} in het zip-bestand.` : "";
    end.textContent = `Klaar.${failed}`;
  } catch (fault) {
    const said = fault.name === "AbortError" ? "Gestopt. Er is geen bestand bewaard." : "Het ophalen is niet gelukt.";
    end.textContent = `${said}${kept}`;
  }
  stop.hidden = true;
  running = null;
}

stop.querySelector("button").addEventListener("click", () => running?.abort());
document.querySelector("a[data-many]").addEventListener("click", (event) => {
  event.preventDefault();
  fetchAll(event.currentTarget.href, {}, "");
});
document.querySelector("main form[method=post]").addEventListener("submit", (event) => {
  event.preventDefault();
  const kept = " Wat al definitief was gemaakt, staat in het register.";
  fetchAll(location.href, { method: "POST", body: new FormData(event.currentTarget) }, kept);
});
