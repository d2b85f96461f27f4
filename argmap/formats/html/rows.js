// The rows of the outline, each claim once: see argmap/analysis/outline.py, which computes them.

const [FULL_ROW, SHORT_ROW, MORE_ROW] = [0, 1, 2];
const [LONE, , , LAST] = [0, 1, 2, 3];
const SHAPES = ["gap", "line", "bracket", "member", "end"];
const ISLANDS = "islands";

const ROWS = MAP.rows.map(([node, relation, depth, parent, end, form, join, flags, guides, mark, hidden]) => ({
  node, relation, depth, parent, end, form, join, guides, mark, hidden,
  onStep: Boolean(flags & 1), isPale: Boolean(flags & 2),
}));
const HOME = new Map(); // the full row of each claim
const HEADS = new Map(MAP.blocks.map(([first, section, continued]) => [first, { section, continued: Boolean(continued) }]));
const LINKS = MAP.links.map(([relation, source, at, target]) => ({ relation, source, at, target }));

// For each row: the row that last stood at each level down to its own, what hangs beside it, and the
// voice where it changes.
function measure() {
  const levels = [];
  const beside = new Map();
  ROWS.forEach((row, at) => {
    levels.length = row.depth;
    levels.push(at);
    row.levels = [...levels];
    const siblings = beside.get(row.parent) ?? beside.set(row.parent, []).get(row.parent);
    row.place = siblings.push(row);
    row.siblings = siblings;
    if (row.form === FULL_ROW && isClaim(row.node)) HOME.set(row.node, at);
    const above = ROWS[row.parent]?.voice;
    const own = isClaim(row.node) ? CLAIMS[row.node].voice : undefined;
    row.voice = own ?? above;
    row.newVoice = row.form === FULL_ROW && own !== above ? own ?? "" : "";
  });
}

measure();

const hasUnder = (at) => ROWS[at].end > at + 1;
const isHead = (at) => HEADS.has(at);
const isBracket = (code) => code % SHAPES.length > 1;

// Where a row is one of several linked premises: which, of how many.
function placeAmong({ join, relation, node }) {
  const from = join === LONE ? [] : relationOf(relation).from;
  return from.length ? `${from.indexOf(node) + 1} of ${from.length} linked premises` : "";
}

function relationWords(row) {
  if (row.relation < 0) return "";
  const verb = verbOf(relationOf(row.relation));
  const step = row.onStep ? `${verb} the step` : verb;
  return row.join === LONE ? step : `${step} together, ${placeAmong(row)}`;
}

// Rows that a claim stands above on its way up to the head of its block, the head first.
function wayUp(at) {
  const path = [];
  for (let up = ROWS[at].parent; up >= 0; up = ROWS[up].parent) path.unshift(up);
  return path;
}

// Which rows are seen while some are shut, and for each row its place among those, or -1.
function seenRows(shut) {
  const seen = [];
  const placeOf = new Int32Array(ROWS.length).fill(-1);
  for (let at = 0; at < ROWS.length; at = shut.has(at) ? ROWS[at].end : at + 1) placeOf[at] = seen.push(at) - 1;
  return { seen, placeOf };
}
