// What is printed: all rows, each claim with its sentence, and below them what the signs mean. A use
// of a claim elsewhere has the number of its full row. Where the cards are looked at, they are printed, if one sheet
// can be read.

const SHEET_WIDTH = 740; // points
const LEGIBLE = 0.1; // how big a picture must stay for its words to be made out, at least through a glass

function printedRow(row, at, numbers) {
  const element = rowElement(row, at, true);
  element.removeAttribute("aria-hidden");
  element.querySelector(".id")?.remove();
  const number = numbers.get(row.node);
  if (number && row.form !== MORE_ROW) element.querySelector(".words").append(make("sup", {}, String(number)));
  return make("div", { class: isHead(at) ? "printed block" : "printed" }, element);
}

// The claims that are used again get a number each, in the order of the rows.
function footnotes() {
  const used = new Set(ROWS.filter(({ form }) => form === SHORT_ROW).map(({ node }) => node));
  const order = [...HOME.keys()].filter((claim) => used.has(claim));
  return new Map(order.map((claim, at) => [claim, at + 1]));
}

// All of the picture, however it was moved, and as it was drawn: light.
function printedPicture() {
  const picture = SVG.cloneNode(true);
  const { x, y, width, height } = WHOLE;
  picture.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  picture.removeAttribute("aria-labelledby");
  picture.setAttribute("aria-label", "Picture of the map");
  [picture, ...picture.querySelectorAll("[id]")].forEach((each) => each.removeAttribute("id"));
  return make("div", { class: "sheet" }, picture);
}

function toPaper() {
  const paper = find(".paper");
  const numbers = footnotes();
  const hasPicture = SVG && document.body.dataset.view === "picture" && SHEET_WIDTH / WHOLE.width >= LEGIBLE;
  paper.replaceChildren(...(hasPicture ? [printedPicture()] : ROWS.map((row, at) => printedRow(row, at, numbers))));
  document.body.dataset.sheet = hasPicture && WHOLE.width > WHOLE.height ? "wide" : "high";
  const number = numbers.size && !hasPicture ? [make("div", {}, make("dt", {}, "↗ 1"), make("dd", {}, "stands in the row with this number"))] : [];
  paper.append(make("dl", { class: "legend" }, ...signPairs(), ...number));
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", () => find(".paper").replaceChildren());
