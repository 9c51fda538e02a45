// What axe does not measure: contrast of text and of borders on what lies behind them, and the size of targets.
(() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => known.get(colour) || known.set(colour, paint(colour)).get(colour);
  const paint = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba("Canvas");
  };
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".hidden, .skip") && element.getBoundingClientRect().width > 1;
  // What a frame that scrolls holds below its edge is not on the screen.
  const shown = (box, frame) => !frame || (box.top < frame.getBoundingClientRect().bottom && box.left < frame.getBoundingClientRect().right);
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent || element.name || "").trim().slice(0, 40)}"`;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);

  const faintText = () =>
    all("body *")
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
      .map((element) => {
        const style = getComputedStyle(element);
        const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
        return [ratio(rgba(style.color), behind(element)), large ? 3 : 4.5, element];
      })
      .filter(([found, needed]) => found < needed)
      .map(([found, needed, element]) => `${found.toFixed(2)} < ${needed}: ${name(element)}`);

  const faintBorders = () =>
    all("input:not([type=checkbox], [type=radio]), select, textarea, button, .button")
      .filter((element) => ratio(rgba(getComputedStyle(element).borderTopColor), behind(element.parentElement)) < 3)
      .map(name);

  // WCAG 2.5.8: 24 by 24 pixels, or a circle of 24 that touches no other target.
  const smallTargets = () => {
    const onScreen = (element) => shown(element.getBoundingClientRect(), element.closest(".frame"));
    const targets = all("a[href], button, input, select, textarea, summary").filter(onScreen).map((element) => {
      const box = (element.closest("td label") || element).getBoundingClientRect();
      return { element, box, x: box.x + box.width / 2, y: box.y + box.height / 2, small: Math.min(box.width, box.height) < 23.99 };
    });
    const away = (one, other) => {
      const x = Math.max(other.box.left - one.x, 0, one.x - other.box.right);
      const y = Math.max(other.box.top - one.y, 0, one.y - other.box.bottom);
      return Math.hypot(x, y) >= 12 && (!other.small || Math.hypot(one.x - other.x, one.y - other.y) >= 24);
    };
    return targets
      .filter((one) => one.small && (one.element.tagName !== "A" || !targets.every((other) => other === one || away(one, other))))
      .map(({ element, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${name(element)}`);
  };

  return { faintText: faintText(), faintBorders: faintBorders(), smallTargets: smallTargets() };
})();
