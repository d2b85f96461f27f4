// What is printed: the picture on a sheet of its own, then the outline in full, each text where
// its claim first stands.

const SHEET_WIDTH = 740; // points
const LEGIBLE = 0.1; // how big a picture must stay for its words to be made out, at least through a glass

function printedLine(at, seen) {
  const line = LINES[at];
  const isFirst = isClaim(line.node) && !seen.has(line.node);
  seen.add(line.node);
  const words = row(line, at);
  words.removeAttribute("aria-hidden");
  const item = make("div", { class: "line", "data-depth": line.depth }, words);
  item.style.marginInlineStart = `${line.depth * 1.1}em`;
  const { label, text: body } = isFirst ? CLAIMS[line.node] : {};
  if (label && body !== label) item.append(make("p", { class: "body", dir: "auto" }, body));
  return item;
}

// All of the picture, however it was moved, and as it was drawn: light.
function printedPicture() {
  if (SHEET_WIDTH / WHOLE.width < LEGIBLE) return make("p", {}, "The picture is left out: on one sheet nobody could read it.");
  const picture = SVG.cloneNode(true);
  const { x, y, width, height } = WHOLE;
  picture.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  picture.removeAttribute("aria-labelledby");
  picture.setAttribute("aria-label", "Picture of the map");
  [picture, ...picture.querySelectorAll("[id]")].forEach((each) => each.removeAttribute("id"));
  return make("div", { class: "sheet" }, picture);
}

function toPaper() {
  const seen = new Set();
  const paper = find(".paper");
  paper.replaceChildren(...(SVG ? [printedPicture()] : []));
  document.body.dataset.sheet = SVG && WHOLE.width > WHOLE.height ? "wide" : "high";
  LINES.forEach((_, at) => paper.append(printedLine(at, seen)));
  paper.append(signList());
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", () => find(".paper").replaceChildren());
