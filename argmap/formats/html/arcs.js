// Arcs at the right of the rows, from where a claim stands to each use of it elsewhere: each in a
// lane of its own, the shortest inmost. What finds no lane is there as a short row all the same.

const ROWS_BOX = find(".rows");
const ARCS = find(".arcs");
const SVG_NAMES = "http://www.w3.org/2000/svg";
const MOST_LANES = 12;
const MOST_ARCS = 3000;
const MOST_SPAN = 120; // rows: of an arc that is longer, nobody sees both ends
const LANE = 7; // pixels
const ARROW = 4;

// Links between rows that are seen; those of answers would lead from theses over all that there is.
function seenLinks() {
  const isSeen = (link) => placeOf[link.source] >= 0 && placeOf[arcEnd(link)] >= 0 && link.source !== arcEnd(link);
  const isDrawn = ({ relation }) => relationOf(relation).kind !== "answers";
  return LINKS.filter((link) => isDrawn(link) && isSeen(link)).slice(0, MOST_ARCS);
}

// An arc leads to the short row of a use; a contradiction joins the rows of both claims.
const arcEnd = ({ relation, at, target }) => (SYMMETRIC.has(relationOf(relation).kind) ? target : at);

// Gives each link a lane that is free all along its way: interval colouring, the shortest first.
function withLanes(links) {
  const lanes = Array.from({ length: MOST_LANES }, () => []);
  const spans = links.map((link) => {
    const ends = [placeOf[link.source], placeOf[arcEnd(link)]].sort((one, other) => one - other);
    return { ...link, from: ends[0], to: ends[1] };
  });
  const near = spans.filter(({ from, to }) => to - from <= MOST_SPAN);
  near.sort((one, other) => one.to - one.from - (other.to - other.from) || one.from - other.from);
  return near.flatMap((span) => {
    const lane = lanes.findIndex((taken) => taken.every(({ from, to }) => to < span.from || from > span.to));
    if (lane < 0) return [];
    lanes[lane].push(span);
    return [{ ...span, lane }];
  });
}

function middleOf(at, lane) {
  const item = itemOf(at);
  const row = item.lastElementChild;
  const firstLine = Math.min(row.offsetHeight, 26);
  return item.offsetTop + row.offsetTop + firstLine / 2 + (lane - MOST_LANES / 2) * 0.6;
}

function arcPath({ source, lane, ...link }) {
  const [start, end] = [middleOf(source, lane), middleOf(arcEnd(link), lane)];
  const right = 6 + (lane + 1) * LANE;
  const curve = Math.sign(end - start) * Math.min(5, Math.abs(end - start) / 2);
  return { start, end, path: `M2 ${start}H${right - 5}q5 0 5 ${curve}V${end - curve}q0 ${curve} -5 ${curve}H${ARROW}` };
}

function element(name, attributes) {
  const made = document.createElementNS(SVG_NAMES, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

const head = (y) => `M1 ${y}l${ARROW + 1} -3.5v7z`;

function arcElement(arc) {
  const { kind } = relationOf(arc.relation);
  const { start, end, path } = arcPath(arc);
  const group = element("g", { class: kind, "data-relation": arc.relation, "data-ends": `${ROWS[arc.source].node} ${ROWS[arc.target].node}` });
  group.append(element("path", { class: "way", d: path }));
  group.append(element("path", { class: "head", d: head(end) + (SYMMETRIC.has(kind) ? head(start) : "") }));
  return group;
}

function drawArcs() {
  if (!ROWS.length || TREE.hidden) return;
  const isDrawn = !narrow.matches && parts.every(({ isMade }) => isMade);
  const arcs = isDrawn ? withLanes(seenLinks()) : [];
  const lanes = arcs.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const width = TREE.clientWidth;
  ROWS_BOX.style.setProperty("--gutter", `${lanes ? 8 + (lanes + 1) * LANE : 0}px`);
  if (TREE.clientWidth !== width) keepInSight(); // rows wrap elsewhere now
  ARCS.replaceChildren(...arcs.map(arcElement));
  ARCS.setAttribute("height", TREE.offsetTop + TREE.offsetHeight);
  ARCS.setAttribute("width", 12 + (lanes + 1) * LANE);
  paintArcs();
}

// Those of the claim that is chosen or pointed at stand out, and those of the chain that is lit.
function paintArcs(pointed = null) {
  ARCS.querySelectorAll("g").forEach((group) => {
    const ends = group.dataset.ends.split(" ").map(Number);
    const isNear = ends.includes(pointed) || ends.includes(state.claim);
    group.classList.toggle("bright", isNear || isLit(Number(group.dataset.relation)));
  });
}

// Whatever changes which rows are seen, or how high they are, ends here.
function rowsChanged() {
  cancelAnimationFrame(rowsChanged.later);
  rowsChanged.later = requestAnimationFrame(() => {
    drawArcs();
    drawMinimap();
  });
}

function point(event) {
  const at = rowOf(event.target.closest("[data-line]"));
  paintArcs(at < 0 ? null : ROWS[at].node);
}

TREE.addEventListener("pointerover", point);
TREE.addEventListener("pointerleave", () => paintArcs());
TREE.addEventListener("focusin", point);
new ResizeObserver(rowsChanged).observe(SCROLL);
