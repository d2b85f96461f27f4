// All rows at a glance, beside those that are in sight: for maps that are much longer than the window.

const MINIMAP = find(".minimap");
const CANVAS = MINIMAP.querySelector("canvas");
const LENS = MINIMAP.querySelector(".lens");
const MOST_LINE = 3; // pixels that a row takes up at the most
const WINDOWS = 2.5; // a map that fills so many windows has one

function drawMinimap() {
  const isLong = ROWS.length > 0 && !TREE.hidden && !narrow.matches && SCROLL.scrollHeight > WINDOWS * SCROLL.clientHeight;
  if (MINIMAP.hidden === isLong) {
    MINIMAP.hidden = !isLong;
    rowsChanged(); // the rows are narrower beside it, or wider without
  }
  if (!isLong) return;
  const ratio = devicePixelRatio || 1;
  const [width, height] = [MINIMAP.clientWidth, MINIMAP.clientHeight];
  [CANVAS.width, CANVAS.height] = [width * ratio, height * ratio];
  const pen = CANVAS.getContext("2d");
  pen.scale(ratio, ratio);
  const line = Math.min(MOST_LINE, height / seen.length);
  MINIMAP.dataset.height = line * seen.length;
  const style = getComputedStyle(MINIMAP);
  const names = ["pale", "row", "head", "lit", "chosen"];
  const colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--mini-${name}`)]));
  seen.forEach((at, place) => drawLine(pen, ROWS[at], place * line, { line, width, colours }));
  moveLens();
}

function drawLine(pen, row, top, { line, width, colours }) {
  const left = 3 + row.depth * 3;
  pen.fillStyle = colours.pale;
  if (row.isPale) pen.fillRect(left - 3, top, width, line);
  const { claim } = state;
  const isChosen = row.node === claim && row.form === FULL_ROW;
  pen.fillStyle = isChosen ? colours.chosen : isLit(row.node) ? colours.lit : row.depth ? colours.row : colours.head;
  const length = row.form === FULL_ROW ? Math.min(headline(row.node).length * 0.7, 34) : 6;
  pen.fillRect(left, top, isChosen ? width : length, Math.max(line * 0.6, isChosen ? 2 : 0.4));
}

function moveLens() {
  if (MINIMAP.hidden) return;
  const share = Number(MINIMAP.dataset.height) / SCROLL.scrollHeight;
  LENS.style.top = `${SCROLL.scrollTop * share}px`;
  LENS.style.height = `${SCROLL.clientHeight * share}px`;
}

// Goes to where the pointer is pressed, and follows it.
function goToPointer(event) {
  if (!(event.buttons & 1)) return;
  event.preventDefault();
  const top = event.clientY - MINIMAP.getBoundingClientRect().top;
  const share = SCROLL.scrollHeight / Number(MINIMAP.dataset.height);
  SCROLL.scrollTop = top * share - SCROLL.clientHeight / 2;
}

MINIMAP.addEventListener("pointerdown", (event) => {
  MINIMAP.setPointerCapture(event.pointerId);
  goToPointer(event);
});
MINIMAP.addEventListener("pointermove", goToPointer);
SCROLL.addEventListener("scroll", moveLens, { passive: true });
