// A list follows what one types or chooses above it. Without this file the button does the same.
const form = document.querySelector("form[data-list]");
const told = document.getElementById("told");
let wait, asked;

async function show() {
  const wishes = [...new FormData(form)].filter(([, value]) => value !== "");
  const address = `?${new URLSearchParams(wishes)}`;
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(address, { signal: asked.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(form.dataset.list);
    if (!answer.ok || !fresh) return location.assign(address);
    document.getElementById(form.dataset.list).replaceWith(fresh);
    form.querySelector(".buttons").replaceWith(page.querySelector("form[data-list] .buttons"));
    history.replaceState(null, "", address);
    told.textContent = fresh.querySelector("caption, p:not(.change)")?.textContent ?? "";
  } catch (fault) {
    if (fault.name !== "AbortError") throw fault;
  }
}

form?.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(show, 300);
});
