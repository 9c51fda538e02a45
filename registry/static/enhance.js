// Nothing on any screen needs this file; it only spares people some disappointments.

// Leaving with unsaved text asks; a form that came back, with errors or for another row, holds such text from the start.
const typed = new Set(document.querySelectorAll("form[data-unsaved]"));
document.addEventListener("input", (event) => {
  if (event.target.form?.method === "post") typed.add(event.target.form);
});
window.addEventListener("beforeunload", (event) => {
  if (typed.size) event.preventDefault();
});

// A second press on a slow line does not send a form twice; a form that fetches a file may be sent again later.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  typed.delete(form);
  setTimeout(() => delete form.dataset.sent, 3000);
});

// The key / goes to the search box, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  const box = document.getElementById("search");
  if (event.key !== "/" || !box || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  event.preventDefault();
  box.focus();
});

// An answer that asks for more opens the line behind which that is asked.
document.addEventListener("change", ({ target }) => {
  const asked = target.form?.querySelector(`details[data-with="${CSS.escape(target.name)}=${CSS.escape(target.value)}"]`);
  if (asked) asked.open = true;
});

// A text that is to be sent on is copied with one press.
for (const line of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  line.hidden = false;
  line.querySelector("button").addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(line.dataset.copy).value);
    line.querySelector("[role=status]").textContent = "Gekopieerd.";
  });
}

// Escape puts the meaning of a word away, until pointer or focus comes back to that word.
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") document.querySelectorAll(".term:is(:hover, :focus-within)").forEach((word) => word.classList.add("shut"));
});
for (const left of ["mouseout", "focusout"]) {
  document.addEventListener(left, ({ target, relatedTarget }) => {
    const word = target.closest?.(".term");
    if (word && !word.contains(relatedTarget)) word.classList.remove("shut");
  });
}
