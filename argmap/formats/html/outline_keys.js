// Keys and clicks in the outline, as the tree pattern of the ARIA Authoring Practices has them.

function nextItem(item) {
  if (isOpen(item)) return item.querySelector(":scope > ul > li");
  for (let up = item; up && up !== TREE; up = up.parentElement.closest("[role=treeitem]")) {
    if (up.nextElementSibling) return up.nextElementSibling;
  }
  return null;
}

function lastWithin(item) {
  let last = item;
  while (isOpen(last)) last = last.querySelector(":scope > ul").lastElementChild;
  return last;
}

function previousItem(item) {
  const before = item.previousElementSibling;
  return before ? lastWithin(before) : item.parentElement.closest("[role=treeitem]");
}

function goIn(item) {
  const at = lineOf(item);
  if (at < 0) return activate(item);
  if (isBranch(at) && !isOpen(item)) return setOpen(item, true);
  if (isBranch(at)) return focusItem(nextItem(item));
  if (LINES[at].mark) return focusItem(open(elsewhere(at)));
  return undefined;
}

// Where the rest of a line with a mark is: as a rule in one place, for one continued below, there.
function elsewhere(at) {
  const { node, mark } = LINES[at];
  const goesOn = (line, number) => number > at && line.continued && !line.mark && line.node === node;
  const further = mark === "continues" ? LINES.findIndex(goesOn) : -1;
  return further < 0 ? HOME.get(node) : further;
}

function goOut(item) {
  if (isOpen(item)) return setOpen(item, false);
  return focusItem(item.parentElement.closest("[role=treeitem]"));
}

function activate(item) {
  if (item.goOn) return focusItem(item.goOn());
  const at = lineOf(item);
  if (!isClaim(LINES[at].node)) return setOpen(item, !isOpen(item));
  return choose(LINES[at].node, { line: at });
}

function openSiblings(item) {
  [...item.parentElement.children].forEach((each) => setOpen(each, true));
}

const MOVES = {
  ArrowDown: (item) => focusItem(nextItem(item)),
  ArrowUp: (item) => focusItem(previousItem(item)),
  ArrowRight: goIn,
  ArrowLeft: goOut,
  Home: () => focusItem(TREE.firstElementChild),
  End: () => focusItem(lastWithin(TREE.lastElementChild)),
  Enter: activate,
  " ": activate,
  "*": openSiblings,
};

TREE.addEventListener("keydown", (event) => {
  const move = MOVES[event.key];
  const item = event.target.closest("[role=treeitem]");
  if (!move || !item || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  move(item);
});

TREE.addEventListener("click", (event) => {
  const item = event.target.closest("[role=treeitem]");
  if (!item) return;
  setCurrent(item);
  item.focus({ preventScroll: true });
  if (event.target.closest(".twisty:not(.none)")) setOpen(item, !isOpen(item));
  else activate(item);
});

find('[data-do="unfold"]').addEventListener("click", unfoldAll);
find('[data-do="fold"]').addEventListener("click", foldAll);
