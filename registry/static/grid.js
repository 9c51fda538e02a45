// The grid by keyboard: arrows walk, Home and End go to the ends of a row, and with shift what you pass gets the same
// tick. A click with shift does the same from the last box that was clicked. Everything works without this file too.
const table = document.querySelector("table.matrix");
const rows = [...(table?.tBodies[0].rows ?? [])]
  .map((row) => [...row.querySelectorAll("input[type=checkbox]")])
  .filter((boxes) => boxes.length);
const place = new Map(rows.flatMap((boxes, y) => boxes.map((box, x) => [box, [x, y]])));
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
let last = null;

function set(box, checked) {
  if (box.checked === checked || box.disabled) return;
  box.checked = checked;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

table?.addEventListener("keydown", (event) => {
  const at = place.get(event.target);
  if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
  const [x, y] = at;
  const step = steps[event.key];
  const next = step
    ? rows[y + step[1]]?.[x + step[0]]
    : { Home: rows[y][0], End: rows[y].at(-1) }[event.key];
  if (!next) return;
  event.preventDefault();
  if (event.shiftKey && step) set(next, event.target.checked);
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
});

table?.addEventListener("click", (event) => {
  const box = event.target;
  if (!place.has(box)) return;
  if (event.shiftKey && last) {
    const [[x1, y1], [x2, y2]] = [place.get(last), place.get(box)];
    for (let y = Math.min(y1, y2); y <= Math.max(y1, y2); y++)
      for (let x = Math.min(x1, x2); x <= Math.max(x1, x2); x++) set(rows[y][x], box.checked);
  }
  last = box;
});
