// The outline: lines of the one walk over the map, made into a tree as they are unfolded.

const LINES = MAP.outline.map(([depth, node, relation, flags, mark]) => ({
  depth, node, relation, mark, onStep: Boolean(flags & 1), continued: Boolean(flags & 2),
}));
const TREE = find(".tree");
const FIRST_LINES = 40; // so many are unfolded at the start, or a few more
const MOST_UNFOLDED = 25_000;

// For each line its end (the next line that is not below it), the line it hangs from, and
// the voice that then holds; for each node the line that shows what stands under it.
function measure() {
  const above = [];
  LINES.forEach((line, at) => {
    while (above.length > line.depth) LINES[above.pop()].end = at;
    line.parent = above.length ? above.at(-1) : -1;
    const inherited = line.parent < 0 ? undefined : LINES[line.parent].voice;
    const own = isClaim(line.node) ? CLAIMS[line.node].voice : undefined;
    line.voice = own ?? inherited;
    line.newVoice = own !== undefined && own !== inherited ? own : "";
    above.push(at);
  });
  above.forEach((at) => { LINES[at].end = LINES.length; });
}

function homes() {
  const home = new Map();
  LINES.forEach((line, at) => {
    const known = home.get(line.node);
    if (known === undefined || (LINES[known].mark && !line.mark)) home.set(line.node, at);
  });
  return home;
}

measure();
const HOME = homes();

function linesUnder(at) {
  const found = [];
  const end = at < 0 ? LINES.length : LINES[at].end;
  for (let next = at + 1; next < end; next = LINES[next].end) found.push(next);
  return found;
}

const isBranch = (at) => LINES[at].end > at + 1;
const lineOf = (item) => (item?.dataset.line === undefined ? -1 : Number(item.dataset.line));

function relationWords(line) {
  if (line.relation < 0) return line.depth ? "linked premise" : "";
  const verb = verbOf(relationOf(line.relation));
  return line.onStep ? `${verb} the step above` : verb;
}

function lineSign(line) {
  if (line.relation < 0) return line.depth ? sign(MAP.signs.linked, "quiet") : null;
  const relation = relationOf(line.relation);
  return sign(signOf(relation), relation.kind);
}

function lineLabel(line) {
  const claim = isClaim(line.node) ? CLAIMS[line.node] : null;
  const said = claim
    ? [headline(line.node), claim.implicit ? "implicit" : "", supposition(line.node), claim.where ?? (claim.at ? `${MAP.unit} ${claim.at}` : "")]
    : ["linked premises"];
  const parts = [line.continued ? "continued" : "", relationWords(line), ...said,
    line.newVoice ? `voice ${line.newVoice}` : "", schemeOf(line), claim ? verdictWords(line.node) : "",
    line.mark ? MAP.marks[line.mark][1] : ""];
  return parts.filter(Boolean).join(", ");
}

function lineWords(line) {
  if (!isClaim(line.node)) {
    return [text("linked premises", "quiet"), schemeWords(line)];
  }
  const claim = CLAIMS[line.node];
  return [
    text(headline(line.node), claim.implicit ? "headline implicit" : "headline"),
    claim.at ? text(`[${claim.at}]`, "quiet") : null,
    claim.implicit ? text("(implicit)", "quiet") : null,
    supposition(line.node) ? text(`(${supposition(line.node)})`, "supposed") : null,
    line.newVoice ? text(`‹${line.newVoice}›`, "quiet") : null,
    schemeWords(line),
  ];
}

const schemeOf = (line) => (line.relation < 0 ? "" : relationOf(line.relation).scheme ?? "");

function schemeWords(line) {
  return schemeOf(line) ? text(`(${schemeOf(line)})`, "quiet") : null;
}

function cutOffWords(line) {
  if (line.relation < 0) return null;
  if (supposition(line.relation)) return text(`(the step is ${supposition(line.relation)})`, "supposed");
  if (!isCutOff(relationOf(line.relation))) return null;
  const left = MAP.gradual ? `, ${verdictWords(line.relation)} is left` : "";
  return text(`(undercut${left})`, "undercuts");
}

function row(line, at) {
  const verdict = MAP.semantics ? sign(verdictSign(line.node), `verdict ${verdictClass(line.node)}`) : null;
  const parts = [
    line.continued ? text("continued:", "quiet") : null, lineSign(line), verdict,
    ...lineWords(line), cutOffWords(line), line.mark ? text(MAP.marks[line.mark][0], "mark") : null,
  ];
  const words = make("span", { class: "words" });
  parts.filter(Boolean).forEach((part) => words.append(part, " "));
  const twisty = make("span", { class: isBranch(at) ? "twisty" : "twisty none" });
  const name = isClaim(line.node) ? kindClass(line.node) : "";
  return make("span", { class: `row ${name}`, "aria-hidden": "true" }, twisty, words);
}

function outlineItem(at, place, size) {
  const line = LINES[at];
  const item = make("li", {
    role: "treeitem", tabindex: "-1", "data-line": at, "aria-label": lineLabel(line),
    "aria-level": line.depth + 1, "aria-setsize": size, "aria-posinset": place + 1,
    "aria-expanded": isBranch(at) ? "false" : null,
    "aria-selected": isClaim(line.node) ? String(line.node === state.claim) : null,
  }, row(line, at));
  markLine(item, line.node);
  return item;
}

function markLine(item, node) {
  item.classList.toggle("lit", isLit(node));
  item.classList.toggle("end", shown.from !== null && isEnd(node));
}

function moreItem(left, goOn) {
  const words = `Show ${Math.min(left, PART)} more of ${left.toLocaleString("en")}`;
  const item = make("li", { role: "treeitem", tabindex: "-1", class: "more", "aria-label": words },
    make("span", { class: "row", "aria-hidden": "true" }, words));
  item.goOn = () => {
    const first = goOn();
    item.remove();
    return first;
  };
  return item;
}

function fillTree(list, numbers) {
  return fill(list, numbers, (at, place) => outlineItem(at, place, numbers.length), moreItem);
}

function setOpen(item, isOpen) {
  const at = lineOf(item);
  if (at < 0 || !isBranch(at)) return;
  let group = item.querySelector(":scope > ul");
  if (isOpen && !group) {
    group = make("ul", { role: "group" });
    fillTree(group, linesUnder(at));
    item.append(group);
  }
  if (group) group.hidden = !isOpen;
  item.setAttribute("aria-expanded", String(isOpen));
}

const isOpen = (item) => item.getAttribute("aria-expanded") === "true";

// Makes the item of a line, which may be far down, unfolding all above it.
function open(at) {
  const path = [];
  for (let up = LINES[at].parent; up >= 0; up = LINES[up].parent) path.unshift(up);
  let list = TREE;
  for (const step of [...path, at]) {
    const item = reach(list, step);
    if (step === at) return item;
    setOpen(item, true);
    list = item.querySelector(":scope > ul");
  }
  return null;
}

// Returns a line's item in its list, going on with the list until it is there.
function reach(list, at) {
  for (;;) {
    const item = list.querySelector(`:scope > [data-line="${at}"]`);
    if (item) return item;
    const more = list.querySelector(":scope > .more");
    if (!more) return null;
    more.goOn();
  }
}

function unfoldSome() {
  let level = [...TREE.querySelectorAll(":scope > [data-line]")];
  let shown = level.length;
  while (level.length) {
    const below = level.flatMap((item) => linesUnder(lineOf(item))).length;
    if (!below || shown + below > FIRST_LINES) return;
    level.forEach((item) => setOpen(item, true));
    level = level.flatMap((item) => [...item.querySelectorAll(":scope > ul > [data-line]")]);
    shown += below;
  }
}

function unfoldAll() {
  const items = [...TREE.children];
  for (const item of items) {
    if (item.goOn) {
      const from = item.previousElementSibling;
      item.goOn();
      for (let next = from.nextElementSibling; next; next = next.nextElementSibling) items.push(next);
    } else {
      setOpen(item, true);
      items.push(...(item.querySelector(":scope > ul")?.children ?? []));
    }
  }
}

function foldAll() {
  TREE.querySelectorAll('[aria-expanded="true"]').forEach((item) => setOpen(item, false));
  const focused = TREE.querySelector('[tabindex="0"]');
  setCurrent(focused?.closest(".tree > li") ?? TREE.firstElementChild);
}

function setCurrent(item) {
  if (!item) return;
  TREE.querySelectorAll('[tabindex="0"]').forEach((old) => old.setAttribute("tabindex", "-1"));
  item.setAttribute("tabindex", "0");
}

function focusItem(item) {
  if (!item) return;
  setCurrent(item);
  item.focus({ preventScroll: true });
  show(item);
}

function show(item) {
  item.querySelector(":scope > .row").scrollIntoView({ block: "nearest", inline: "nearest" });
}

// Shows where a claim stands; `from` is a line it was chosen on, if any.
function reveal(claim, from = -1) {
  TREE.querySelectorAll('[aria-selected="true"]').forEach((i) => i.setAttribute("aria-selected", "false"));
  if (claim === null) return;
  TREE.querySelectorAll("[data-line]").forEach((item) => {
    if (LINES[lineOf(item)].node === claim) item.setAttribute("aria-selected", "true");
  });
  const at = from >= 0 && LINES[from].node === claim ? from : HOME.get(claim);
  const item = open(at);
  item.setAttribute("aria-selected", "true");
  setCurrent(item);
  if (!TREE.hidden) show(item);
}

function startOutline() {
  if (!LINES.length) {
    TREE.replaceWith(make("p", { class: "empty" }, "This map has no claims."));
    return;
  }
  fillTree(TREE, linesUnder(-1));
  unfoldSome();
  setCurrent(TREE.firstElementChild);
  find(".unfold").hidden = LINES.length > MOST_UNFOLDED || !LINES.some((_, at) => isBranch(at));
}
