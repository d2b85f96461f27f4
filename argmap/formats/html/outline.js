// The rows as a tree. Those in sight are made first, the others when there is time or they are
// needed; what hangs under a row that is shut is hidden.

const TREE = find(".tree");
const SCROLL = find(".outline .scroll");
const PART_SIZE = 100; // rows of a part, which is made at once
const MOST_MADE = 4000; // rows that are all made before anyone looks at them
const shut = new Set();
const parts = []; // the list of each part, and whether its rows are made
let seen = []; // the rows that are not hidden, in their order
let placeOf = new Int32Array(0);

const rowOf = (item) => (item?.dataset.line === undefined ? -1 : Number(item.dataset.line));
const itemOf = (at) => makePart(Math.floor(at / PART_SIZE)).list.children[at % PART_SIZE];

function outlineItem(at) {
  const row = ROWS[at];
  const item = make("li", {
    role: "treeitem", tabindex: "-1", "data-line": at, "aria-label": rowLabel(row, at),
    "aria-level": row.depth + 1, "aria-setsize": row.siblings.length, "aria-posinset": row.place,
    "aria-expanded": hasUnder(at) ? String(!shut.has(at)) : null,
    "aria-selected": row.form === MORE_ROW ? null : String(row.node === state.claim && row.form === FULL_ROW),
  }, ...heading(at), rowElement(row, at));
  if (isHead(at)) item.classList.add("block");
  item.hidden = placeOf[at] < 0;
  markRow(item, at);
  return item;
}

function heading(at) {
  const section = HEADS.get(at)?.section;
  const before = section === ISLANDS && MAP.blocks.find(([, each]) => each === ISLANDS)[0] === at && at > 0;
  return before ? [make("span", { class: "section", "aria-hidden": "true" }, "Joined to no thesis")] : [];
}

function markRow(item, at) {
  const { node, relation, form } = ROWS[at];
  const lit = form === FULL_ROW ? isLit(node) : form === SHORT_ROW && isLit(relation);
  item.classList.toggle("lit", lit);
  item.classList.toggle("end", form === FULL_ROW && shown.from !== null && isEnd(node));
}

function makePart(number) {
  const part = parts[number];
  if (part.isMade) return part;
  part.isMade = true;
  part.list.style.removeProperty("height");
  const first = number * PART_SIZE;
  for (let at = first; at < Math.min(first + PART_SIZE, ROWS.length); at += 1) part.list.append(outlineItem(at));
  watcher.unobserve(part.list);
  return part;
}

// Parts that are not made yet take up about the room that their rows will take.
function reserve() {
  const height = TREE.querySelector(".row")?.offsetHeight || 26;
  parts.forEach(({ isMade, list }, number) => {
    if (isMade) return;
    const until = Math.min((number + 1) * PART_SIZE, ROWS.length);
    let rows = 0;
    for (let at = number * PART_SIZE; at < until; at += 1) rows += placeOf[at] >= 0;
    list.style.height = `${rows * height}px`;
  });
}

const watcher = new IntersectionObserver((entries) => {
  entries.filter((entry) => entry.isIntersecting).forEach((entry) => makePart(parts.findIndex(({ list }) => list === entry.target)));
  rowsChanged();
}, { root: SCROLL, rootMargin: "600px" });

// Makes what is left, a part at a time, so that the browser finds it too and arcs can be drawn to it.
function makeRest() {
  const number = parts.findIndex(({ isMade }) => !isMade);
  if (number < 0 || ROWS.length > MOST_MADE) return rowsChanged();
  makePart(number);
  setTimeout(makeRest);
  return undefined;
}

// Makes all rows that are there anew, since what they say has changed.
function remakeRows() {
  findCommonest();
  const top = SCROLL.scrollTop;
  const focused = rowOf(document.activeElement?.closest?.("[data-line]"));
  const current = rowOf(TREE.querySelector('[tabindex="0"]'));
  parts.filter(({ isMade }) => isMade).forEach(({ list }) => {
    [...list.children].forEach((item) => item.replaceWith(outlineItem(rowOf(item))));
  });
  SCROLL.scrollTop = top;
  if (current >= 0) setCurrent(itemOf(current));
  if (focused >= 0) itemOf(focused).focus({ preventScroll: true });
  rowsChanged();
}

function showRows() {
  ({ seen, placeOf } = seenRows(shut));
  parts.filter(({ isMade }) => isMade).forEach(({ list }, number) => {
    [...list.children].forEach((item) => { item.hidden = placeOf[rowOf(item)] < 0; });
  });
  reserve();
  rowsChanged();
}

function setOpen(at, isOpen) {
  if (at < 0 || !hasUnder(at) || isOpen !== shut.has(at)) return;
  if (isOpen) shut.delete(at);
  else shut.add(at);
  itemOf(at).setAttribute("aria-expanded", String(isOpen));
  showRows();
}

const isOpen = (at) => hasUnder(at) && !shut.has(at);

function openAll(isOpen_) {
  shut.clear();
  if (!isOpen_) ROWS.forEach((_, at) => { if (hasUnder(at)) shut.add(at); });
  TREE.querySelectorAll("[aria-expanded]").forEach((item) => item.setAttribute("aria-expanded", String(isOpen_)));
  showRows();
  const current = rowOf(TREE.querySelector('[tabindex="0"]'));
  if (current >= 0 && placeOf[current] < 0) setCurrent(itemOf(ROWS[current].levels[0]));
}

// Makes the item of a row, and opens all above it.
function open(at) {
  const above = wayUp(at).filter((up) => shut.has(up));
  above.forEach((up) => {
    shut.delete(up);
    itemOf(up).setAttribute("aria-expanded", "true");
  });
  if (above.length) showRows();
  return itemOf(at);
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
  item.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// The claim that is chosen stays in sight when rows get other heights.
function keepInSight() {
  if (state.claim !== null && !TREE.hidden) show(itemOf(HOME.get(state.claim)));
}

// Shows where a claim stands: `from` is a row it was chosen on, if any.
function reveal(claim, from = -1) {
  TREE.querySelectorAll('[aria-selected="true"]').forEach((item) => item.setAttribute("aria-selected", "false"));
  if (claim === null) return;
  open(HOME.get(claim)).setAttribute("aria-selected", "true");
  const item = open(from >= 0 ? from : HOME.get(claim));
  setCurrent(item);
  if (!TREE.hidden) show(item);
}

function startOutline() {
  if (!ROWS.length) {
    TREE.replaceWith(make("p", { class: "empty" }, "This map has no claims."));
    return;
  }
  findCommonest();
  const widest = (words, most) => Math.min(most, Math.max(...CLAIMS.map((_, claim) => words(claim).length)));
  TREE.style.setProperty("--id", `${widest(shownId, 28)}ch`);
  TREE.classList.toggle("has-ids", CLAIMS.filter(({ label }) => label).length * 2 > COUNT);
  document.documentElement.style.setProperty("--place", `${widest((claim) => CLAIMS[claim].at ?? "", 12)}ch`);
  ({ seen, placeOf } = seenRows(shut));
  for (let first = 0; first < ROWS.length; first += PART_SIZE) parts.push({ list: make("ul", { role: "group", class: "part" }), isMade: false });
  TREE.append(...parts.map(({ list }) => list));
  makePart(0);
  reserve();
  parts.filter(({ isMade }) => !isMade).forEach(({ list }) => watcher.observe(list));
  setCurrent(itemOf(0));
  find('[data-do="texts"]').hidden = !CLAIMS.some(({ label, text: body }) => label && label !== body);
  find(".unfold").hidden = !ROWS.some((_, at) => hasUnder(at));
  setTimeout(makeRest, PAUSE);
}
