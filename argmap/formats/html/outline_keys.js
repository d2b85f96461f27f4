// Keys and clicks in the outline, as the tree pattern of the ARIA Authoring Practices has them.

const beside = (at, by) => seen[placeOf[at] + by] ?? -1;
const focusRow = (at) => { if (at >= 0) focusItem(itemOf(at)); };

function goIn(at) {
  if (shut.has(at)) setOpen(at, true);
  else if (hasUnder(at)) focusRow(at + 1);
  else if (ROWS[at].form !== FULL_ROW || ROWS[at].mark) focusItem(open(elsewhere(at)));
}

// Where the rest of a row is: the full row of its claim, or the block in which its branch goes on.
function elsewhere(at) {
  const { node, mark } = ROWS[at];
  const goesOn = ([first, { continued }]) => continued && first > at && ROWS[first].node === node;
  return (mark && [...HEADS].find(goesOn)?.[0]) ?? HOME.get(node);
}

function goOut(at) {
  if (isOpen(at)) setOpen(at, false);
  else focusRow(ROWS[at].parent);
}

function activate(at) {
  choose(ROWS[at].node, { row: at });
}

function openSiblings(at) {
  ROWS[at].siblings.forEach((row) => setOpen(row.levels.at(-1), true));
}

const MOVES = {
  ArrowDown: (at) => focusRow(beside(at, 1)),
  ArrowUp: (at) => focusRow(beside(at, -1)),
  ArrowRight: goIn,
  ArrowLeft: goOut,
  Home: () => focusRow(seen[0]),
  End: () => focusRow(seen.at(-1)),
  Enter: activate,
  " ": activate,
  "*": openSiblings,
};

TREE.addEventListener("keydown", (event) => {
  const move = MOVES[event.key];
  const at = rowOf(event.target.closest("[data-line]"));
  if (!move || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  move(at);
});

TREE.addEventListener("click", (event) => {
  const item = event.target.closest("[data-line]");
  const at = rowOf(item);
  if (at < 0) return;
  setCurrent(item);
  item.focus({ preventScroll: true });
  if (hasUnder(at) && event.target.closest(".twisty")) setOpen(at, shut.has(at));
  else activate(at);
});

find('[data-do="unfold"]').addEventListener("click", () => openAll(true));
find('[data-do="fold"]').addEventListener("click", () => openAll(false));
