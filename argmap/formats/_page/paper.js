// What is printed: the outline in full, each text where its claim first stands.

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

function toPaper() {
  const seen = new Set();
  find(".paper").replaceChildren();
  LINES.forEach((_, at) => find(".paper").append(printedLine(at, seen)));
  find(".paper").append(signList());
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", () => find(".paper").replaceChildren());
