// One row as it is seen and heard: guides, sign, label, id, place and status.

let commonest = ""; // the status that most claims have, which rows do not show

function findCommonest() {
  const numbers = statusNumbers();
  commonest = numbers.size > 1 || !judged.gradual ? [...numbers].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "" : "";
}

// How many claims have each status.
function statusNumbers() {
  const numbers = new Map();
  if (judged.semantics && !judged.gradual) {
    CLAIMS.forEach((_, claim) => {
      const words = verdictWords(claim);
      if (!isQuestion(claim)) numbers.set(words, (numbers.get(words) ?? 0) + 1);
    });
  }
  return numbers;
}

// What passes a row, or begins and ends in it, one cell for each level; on the ground of that level.
function cells(row, at) {
  return row.levels.slice(1).map((up, level) => {
    const isOwn = level + 1 === row.depth;
    const cell = isOwn ? ownCell(row, at) : passing(row.guides[level]);
    cell.classList.add("cell", ...groundOf(row, at, level + 1));
    return cell;
  });
}

// The ground of a level where it is not that of the whole block, rounded where it begins and ends.
function groundOf(row, at, level) {
  const [head, before, up] = [row.levels[0], row.levels[level - 1], row.levels[level]];
  const ground = ROWS[up].isPale === ROWS[head].isPale ? "" : ROWS[up].isPale ? "pale" : "plain";
  if (ROWS[up].isPale === ROWS[before].isPale) return ground ? [ground] : [];
  const isLast = (shut.has(at) ? ROWS[at].end : at + 1) === ROWS[up].end;
  return [ground, up === at ? "first-of-ground" : "", isLast ? "last-of-ground" : ""].filter(Boolean);
}

function passing(code) {
  const kind = isBracket(code) ? MAP.verbs[Math.floor(code / SHAPES.length)] : "";
  return make("span", { class: `${SHAPES[code % SHAPES.length]} ${kind}` });
}

function ownCell(row, at) {
  const next = ROWS[row.end];
  const goesOn = next && next.parent === row.parent && next.depth === row.depth ? "goes-on" : "";
  const relation = row.relation < 0 ? null : relationOf(row.relation);
  if (!relation) return make("span", { class: `lone ${goesOn}` });
  if (row.join === LONE) {
    return make("span", { class: `lone ${goesOn}` }, make("span", { class: `sign ${relation.kind}` }, signOf(relation)));
  }
  const below = ROWS[at + 1]?.guides[row.depth - 1] ?? 0;
  const isFoot = row.join === LAST && !isBracket(below);
  return make("span", { class: `join ${["", "first", "middle", "last"][row.join]} ${isFoot ? "foot" : ""} ${relation.kind} ${goesOn}` });
}

function rowHeadline(row, at) {
  const { node, form } = row;
  const claim = CLAIMS[node];
  const marks = [form === SHORT_ROW ? "short" : "", isHead(at) ? "head" : "", claim.implicit ? "implicit" : ""];
  return text(headline(node), `headline ${marks.filter(Boolean).join(" ")}`);
}

// What a row says beside its headline.
function asides(row, at) {
  const claim = CLAIMS[row.node];
  const { continued } = HEADS.get(at) ?? {};
  return [
    continued ? text("(continued)", "quiet") : null,
    row.mark ? text(MAP.marks[row.mark]?.[0] ?? "", "mark") : null,
    supposition(row.node) ? text(supposition(row.node), "supposed") : null,
    isQuestion(row.node) && row.form === FULL_ROW && isUnsettled(row.node) ? text("open", "quiet") : null,
    row.newVoice ? text(`‹${row.newVoice}›`, isHead(at) ? "quiet" : "quiet long") : null,
    cutOffWords(row),
  ].filter(Boolean);
}

function cutOffWords(row) {
  if (row.relation < 0 || row.join > 1) return null;
  if (supposition(row.relation)) return text(`(the step is ${supposition(row.relation)})`, "supposed");
  if (!isCutOff(row.relation)) return null;
  return text(judged.gradual ? `(undercut, ${verdictWords(row.relation)} is left)` : "(undercut)", "quiet");
}

function moreWords({ hidden, node }) {
  return `${hidden.toLocaleString("en")} more: see “${headline(node)}”`;
}

function ring(row, ground) {
  const words = verdictWords(row.node);
  const isShown = judged.gradual ? row.form === FULL_ROW : words !== commonest;
  const changed = changedBy.has(row.node) ? "changed" : "";
  return make("span", { class: `ring ${ground} ${judged.gradual ? "strength" : ""} ${changed}` }, isShown || changed ? verdictSign(row.node) : "");
}

function rowElement(row, at, hasTexts = document.body.classList.contains("has-texts")) {
  const element = make("span", { class: "row", "aria-hidden": "true" }, ...cells(row, at));
  element.classList.toggle("pale", ROWS[row.levels[0]].isPale);
  const words = make("span", { class: row.form === SHORT_ROW ? "words cut" : "words" });
  if (row.isPale !== ROWS[row.levels[0]].isPale) words.classList.add(row.isPale ? "pale" : "plain");
  if (row.form === MORE_ROW) {
    words.append(make("span", { class: "quiet more" }, moreWords(row)));
    element.append(words);
    return element;
  }
  words.append(make("span", { class: "twisty" }), rowHeadline(row, at));
  asides(row, at).forEach((aside) => words.append(" ", aside));
  element.append(words);
  const ground = words.classList.contains("pale") ? "pale" : words.classList.contains("plain") ? "plain" : "";
  if (hasTexts) element.append(...sentence(row, ground));
  if (row.form === FULL_ROW) element.append(...columns(row, ground));
  return element;
}

// The sentence of a claim that has a label, in a column of its own; without one it has the width.
function sentence({ node, form }, ground) {
  const { label, text: body, implicit } = CLAIMS[node];
  if (form !== FULL_ROW || !label || body === label) return [];
  return [make("span", { class: `sentence ${ground} ${implicit ? "implicit" : ""}`, dir: "auto" }, body)];
}

// The columns to the right: id, place, and the status where it is not that of most.
function columns(row, ground) {
  const claim = CLAIMS[row.node];
  return [
    make("span", { class: `id ${ground}`, dir: "auto" }, shownId(row.node)),
    make("span", { class: `place ${ground}`, dir: "auto" }, claim.at ?? ""),
    ring(row, ground),
  ];
}

function rowLabel(row, at) {
  if (row.form === MORE_ROW) return moreWords(row);
  const claim = CLAIMS[row.node];
  const isFull = row.form === FULL_ROW;
  const { section, continued } = HEADS.get(at) ?? {};
  const place = claim.where ?? (claim.at ? `${MAP.unit} ${claim.at}` : "");
  return [
    section === ISLANDS ? "joined to no thesis" : "", continued ? "continued" : "", relationWords(row),
    headline(row.node), row.mark ? MAP.marks[row.mark]?.[1] : "",
    claim.implicit ? "unsaid" : "", supposition(row.node), isFull ? place : "",
    row.newVoice ? `voice ${row.newVoice}` : "", isQuestion(row.node) && isFull ? resolutionWords(row.node) : verdictWords(row.node),
  ].filter(Boolean).join(", ");
}
