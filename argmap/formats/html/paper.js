// What is printed: all rows, each claim with its sentence, and below them what the signs mean. A use
// of a claim elsewhere has the number of its full row. Where the cards are looked at, they are printed, if one sheet
// can be read.

const SHEET_WIDTH = 740; // points
const LEGIBLE = 0.1; // how big a picture must stay for its words to be made out, at least through a glass

// What claims cite gets a number each, in the order of the rows; what is the same, the same one.
function citations() {
  const numbers = new Map();
  for (const claim of HOME.keys()) {
    (CLAIMS[claim].citations ?? []).forEach((each) => {
      const key = JSON.stringify(each);
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    });
  }
  return numbers;
}

function printedRow(row, at, numbers, cited) {
  const element = rowElement(row, at, true);
  element.removeAttribute("aria-hidden");
  element.querySelector(".id")?.remove();
  const number = numbers.get(row.node);
  if (number && row.form !== MORE_ROW) element.querySelector(".words").append(make("sup", {}, String(number)));
  if (row.form === FULL_ROW && isClaim(row.node)) {
    const marks = (CLAIMS[row.node].citations ?? []).map((each) => `[${cited.get(JSON.stringify(each))}]`);
    if (marks.length) element.querySelector(".words").append(make("sup", {}, marks.join("")));
  }
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
  const cited = citations();
  const hasPicture = SVG && document.body.dataset.view === "picture" && SHEET_WIDTH / WHOLE.width >= LEGIBLE;
  paper.replaceChildren(...(hasPicture ? [printedPicture()] : ROWS.map((row, at) => printedRow(row, at, numbers, cited))));
  document.body.dataset.sheet = hasPicture && WHOLE.width > WHOLE.height ? "wide" : "high";
  const number = numbers.size && !hasPicture ? [make("div", {}, make("dt", {}, "↗ 1"), make("dd", {}, "stands in the row with this number"))] : [];
  paper.append(make("dl", { class: "legend" }, ...signPairs(), ...number));
  if (cited.size && !hasPicture) {
    const notes = [...cited].map(([key, at]) => make("li", { dir: "auto" }, `[${at}] `, ...citationWords(JSON.parse(key))));
    paper.append(make("ul", { class: "cited" }, ...notes));
  }
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", () => find(".paper").replaceChildren());
