// The picture: moved and zoomed by its view box, so that it stays sharp.

const STAGE = find(".stage");
const SVG = STAGE?.querySelector("svg") ?? null;
const WHOLE = SVG && { ...box(SVG.viewBox.baseVal) };
const CLOSEST = 8; // pixels for a point
const READABLE = 1.15;
const FITTING = 0.85; // a picture that fits in at this scale is shown whole
const UNREADABLE = 0.1; // a picture that only fits in smaller is shown from its first claim
const BIG_LETTERS = 24; // points, of a legend that hides what stands beside it
const view = WHOLE && { ...WHOLE };
const pointers = new Map();
let isDragged = false;

function box({ x, y, width, height }) {
  return { x, y, width, height };
}

function setView({ x, y, width, height }) {
  Object.assign(view, { x, y, width, height });
  SVG.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
}

const fit = () => SVG && setView(WHOLE);

// How many pixels a point of the picture takes.
const scale = () => scaleOf(view);
const fittingScale = () => scaleOf(WHOLE);

function scaleOf({ width, height }) {
  return Math.min(STAGE.clientWidth / width, STAGE.clientHeight / height) || 1;
}

function toPicture(clientX, clientY) {
  return new DOMPoint(clientX, clientY).matrixTransform(SVG.getScreenCTM().inverse());
}

function middle() {
  const { left, top, width, height } = STAGE.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

// Zooms so that the point of the picture that is under a point of the screen stays there.
function zoom(factor, [clientX, clientY] = middle()) {
  const wanted = Math.min(Math.max(scale() * factor, fittingScale() / 2), CLOSEST);
  const by = scale() / wanted;
  const at = toPicture(clientX, clientY);
  setView({
    x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by,
    width: view.width * by, height: view.height * by,
  });
}

function move(right, down) {
  setView({ ...view, x: view.x - right / scale(), y: view.y - down / scale() });
}

const groupOf = (node) => document.getElementById(
  isClaim(node) ? `picture-claim-${node + 1}` : `picture-relation-${node - COUNT + 1}`,
);

function isInSight(node) {
  const [is, all] = [groupOf(node)?.getBoundingClientRect(), STAGE.getBoundingClientRect()];
  return Boolean(is) && is.right > all.left && is.left < all.right && is.bottom > all.top && is.top < all.bottom;
}

// What some claims take up, in the coordinates of the view box.
function extent(groups) {
  const corners = groups.flatMap((group) => {
    const { left, top, right, bottom } = group.getBoundingClientRect();
    return [toPicture(left, top), toPicture(right, bottom)];
  });
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

// Brings claims into view, at a size that can be read where there is room for it.
function lookAt(nodes) {
  const groups = SVG ? nodes.map(groupOf).filter(Boolean) : [];
  if (!groups.length || !STAGE.clientWidth) return;
  if (fittingScale() > FITTING) {
    fit();
    return;
  }
  const { x, y, width, height } = extent(groups);
  const room = 40;
  const most = Math.min(STAGE.clientWidth / (width + room), STAGE.clientHeight / (height + room));
  const wanted = groups.length > 1 ? Math.min(most, READABLE) : Math.min(most, Math.max(scale(), READABLE));
  const by = scale() / wanted;
  const size = { width: view.width * by, height: view.height * by };
  setView({ x: x + width / 2 - size.width / 2, y: y + height / 2 - size.height / 2, ...size });
}

// Shows in the picture what is chosen, lit up, and asked for.
function paint() {
  if (!SVG) return;
  SVG.querySelectorAll(".claim, .relation").forEach((group) => {
    const node = Number(group.id.split("-").at(-1)) - 1 + (group.classList.contains("claim") ? 0 : COUNT);
    const isOut = state.lit ? !state.lit.has(node) : state.asked && !isNamed(node);
    group.classList.toggle("faded", Boolean(isOut));
    group.classList.toggle("bright", Boolean(state.lit?.has(node)));
    group.classList.toggle("chosen", isEnd(node));
  });
}

// Whether a claim, or all that a relation joins, is among those asked for.
function isNamed(node) {
  if (isClaim(node)) return state.asked.has(node);
  const { from, to } = relationOf(node);
  return from.every((premise) => state.asked.has(premise)) && (!isClaim(to) || state.asked.has(to));
}

function wheel(event) {
  event.preventDefault();
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), [event.clientX, event.clientY]);
}

function press(event) {
  if (event.button > 0) return;
  pointers.set(event.pointerId, [event.clientX, event.clientY]);
  if (pointers.size === 1) isDragged = false;
}

const between = ([[ax, ay], [bx, by]]) => ({
  apart: Math.hypot(ax - bx, ay - by), at: [(ax + bx) / 2, (ay + by) / 2],
});

function drag(event) {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  if (!(event.buttons & 1)) { // released outside the page
    release(event);
    return;
  }
  const [right, down] = [event.clientX - before[0], event.clientY - before[1]];
  if (!isDragged && Math.hypot(right, down) < 4) return;
  if (!isDragged) STAGE.setPointerCapture(event.pointerId);
  isDragged = true;
  const old = [...pointers.values()];
  pointers.set(event.pointerId, [event.clientX, event.clientY]);
  if (old.length === 1) {
    move(right, down);
  } else if (old.length === 2) {
    const [was, is] = [between(old), between([...pointers.values()])];
    move(is.at[0] - was.at[0], is.at[1] - was.at[1]);
    zoom(is.apart / (was.apart || 1), is.at);
  }
}

function release(event) {
  pointers.delete(event.pointerId);
}

function pointAt(event) {
  const group = event.target.closest?.(".claim");
  if (!isDragged && group) choose(Number(group.id.split("-").at(-1)) - 1, { inPicture: true });
  isDragged = false;
}

const STAGE_KEYS = {
  ArrowLeft: () => move(60, 0), ArrowRight: () => move(-60, 0),
  ArrowUp: () => move(0, 60), ArrowDown: () => move(0, -60),
  "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit,
};

// It is looked at for the first time when it is first there: before, it has no size.
function showPicture() {
  if (!SVG) return;
  if (!showPicture.isDone && fittingScale() < UNREADABLE && ROWS.length) lookAt([ROWS[0].node]);
  showPicture.isDone = true;
  look(shown.from !== null);
  showAsked();
}

function startPicture() {
  if (!SVG) return;
  STAGE.classList.toggle("huge", Number(SVG.querySelector(".head text")?.getAttribute("font-size")) > BIG_LETTERS);
  STAGE.addEventListener("wheel", wheel, { passive: false });
  STAGE.addEventListener("pointerdown", press);
  STAGE.addEventListener("click", pointAt);
  // A press near the edge goes on, and ends, outside.
  addEventListener("pointermove", drag);
  ["pointerup", "pointercancel"].forEach((name) => addEventListener(name, release));
  STAGE.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in STAGE_KEYS)) return;
    event.preventDefault();
    STAGE_KEYS[event.key]();
  });
}
