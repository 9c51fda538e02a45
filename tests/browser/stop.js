// What is wrong with the place where the keyboard stands now: out of sight, without a ring, or too small to hit.
() => {
  const here = document.activeElement;
  if (!here || here === document.body) return []; // past the last stop: in the browser's own bars
  const style = getComputedStyle(here);
  const boxes = [...here.getClientRects()];
  const isHere = (found) => found && (here.contains(found) || found.contains(here));
  const isSeen = ({ left, top, width, height }) => isHere(document.elementFromPoint(left + width / 2, top + height / 2));
  // The button with a calendar in a field for a day: the browser draws its ring, and tells no style of it.
  const isInside = !here.matches(":focus");
  const ring = isInside || style.boxShadow !== "none" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  const { width, height } = (here.closest("td label") || here).getBoundingClientRect();
  const isTextLink = here.tagName === "A" && ["inline", "inline-block"].includes(style.display);
  return [
    !boxes.some(isSeen) && "out of sight",
    !ring && "no ring around it",
    Math.min(width, height) < 23.99 && !isTextLink && `${Math.round(width)} x ${Math.round(height)}`,
  ].filter(Boolean);
}
