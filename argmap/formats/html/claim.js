// A claim in full: its text, what is known of it, what bears on it and what it bears on.

const FULL = find(".claim .full");
const MOST_BEGINNINGS = 6;
const MOST_UP = 30; // claims of the way up from one

function facts(claim) {
  const { kind, implicit, voice, at, where, weight, standard, assumed, choose, tags, note, quote } = CLAIMS[claim];
  const about = VOICES.get(voice);
  return [
    ["kind", [kind, implicit ? "unsaid: the source needs it and does not say it" : ""].filter(Boolean).join("; ")],
    ["voice", [voice, about].filter(Boolean).join(": ")],
    where ? ["place", where] : [MAP.unit, at],
    ["weight", weight === undefined ? "" : String(weight)],
    ["standard", standard ?? ""],
    ["assumed", assumed === undefined ? "" : assumed ? "yes" : "no: it needs support"],
    ["quote", quote],
    ["choose", choose ? `${choose}: its answers exclude one another` : ""],
    ["tags", (tags ?? []).join(", ")],
    ["note", note],
    ["id", shownId(claim)],
  ].filter(([, value]) => value);
}

// A citation: its words, and its address, which is a link only where that leads to the web.
function citationWords([words, address, href]) {
  const shown = href ? make("a", { href, rel: "noopener noreferrer", dir: "ltr" }, address) : address;
  return [words, words && address ? ", " : "", shown].filter(Boolean);
}

function factList(claim) {
  const list = make("dl", { class: "facts" });
  facts(claim).forEach(([name, value]) => {
    list.append(make("dt", {}, name), make("dd", { dir: "auto" }, value));
  });
  (CLAIMS[claim].citations ?? []).forEach((citation, at) => {
    if (!at) list.append(make("dt", {}, "cites"));
    list.append(make("dd", { dir: "auto" }, ...citationWords(citation)));
  });
  if (isQuestion(claim)) list.prepend(make("dt", {}, "answer"), make("dd", {}, ...resolution(claim)));
  else if (judged.semantics) {
    const name = judged.gradual ? "strength" : "status";
    const given = supposition(claim) ? text(`${supposition(claim)} for this evaluation`, "supposed") : null;
    const was = changedBy.has(claim) && !given ? text(`, otherwise ${changedBy.get(claim)}`) : null;
    list.prepend(make("dt", {}, name), make("dd", {}, verdictBadge(claim), was, text(` (${judged.semantics})`, "quiet"),
      given && " ", given));
  }
  return list;
}

// A claim as it stands in a list: a link, and what sets it apart.
function mention(claim) {
  const { voice, implicit } = CLAIMS[claim];
  const whose = voice && voice !== CLAIMS[state.claim]?.voice ? text(` ‹${voice}›`, "quiet") : null;
  return make("span", { class: "mention" }, claimLink(claim), whose,
    implicit ? text(" (unsaid)", "quiet") : null, judged.semantics ? " " : null, verdictBadge(claim));
}

// Claims one after the other, with commas and "and".
function mentions(claims) {
  return claims.flatMap((claim, at) => {
    const before = at === 0 ? "" : at === claims.length - 1 ? " and " : ", ";
    return [before, claimLink(claim)];
  }).filter(Boolean);
}

// What a relation goes to, as words and links; a step is named by its ends.
function targetWords(relation) {
  if (isClaim(relation.to)) return [mention(relation.to)];
  const step = relationOf(relation.to);
  const end = isClaim(step.to) ? claimLink(step.to) : "another step";
  return ["the step from ", ...mentions(step.from), " to ", end];
}

function stepHead(relation, words) {
  const { kind } = relation;
  return [sign(signOf(relation), kind), make("span", { class: `verb ${kind}` }, words), " "];
}

function remarks(relation, node) {
  const scheme = relation.scheme ? text(` (${relation.scheme})`, "quiet") : null;
  const weight = relation.weight ? text(` (weight ${relation.weight})`, "quiet") : null;
  const raised = relation.raises ? text(` [raises ${relation.raises}]`, "quiet") : null;
  const note = relation.note ? make("p", { class: "quiet", dir: "auto" }, relation.note) : null;
  const left = judged.gradual ? `undercut, ${verdictWords(node)} is left` : "undercut";
  const cut = isCutOff(node) ? text(left, "undercuts") : null;
  const given = supposition(node) ? text(`the step is ${supposition(node)}`, "supposed") : null;
  return [scheme, weight, raised, given && " ", given, cut && !given && " ", given ? null : cut, note].filter(Boolean);
}

function premises(relation, node) {
  if (relation.from.length === 1) return [mention(relation.from[0])];
  const list = make("ul", { class: "linked" });
  relation.from.forEach((premise) => list.append(make("li", {}, mention(premise))));
  const together = judged.gradual ? text(`together ${strengthWords(amountOf(node))}`, "quiet") : null;
  return [list, together].filter(Boolean);
}

function bearingOn(node, claim) {
  const relation = relationOf(node);
  const linked = relation.from.length > 1;
  const verb = linked ? `${verbOf(relation).replace(/s$/, "")} together` : verbOf(relation);
  const whose = SYMMETRIC.has(relation.kind) && claim !== null
    ? [mention(otherEnd(relation, claim))] : premises(relation, node);
  const item = make("li", {}, ...stepHead(relation, claim === null ? `${verb} this step:` : `${verb}:`),
    ...whose, ...remarks(relation, node));
  if (claim !== null && INCOMING[node].length) {
    const under = make("ul", { class: "under" });
    INCOMING[node].forEach((each) => under.append(bearingOn(each, null)));
    item.append(under);
  }
  return item;
}

function borneOn(node, claim) {
  const relation = relationOf(node);
  const others = relation.from.filter((premise) => premise !== claim);
  const together = relation.from.length > 1 ? [" together with ", ...mentions(others)] : [];
  const target = SYMMETRIC.has(relation.kind) ? [mention(otherEnd(relation, claim))] : targetWords(relation);
  return make("li", {}, ...stepHead(relation, verbOf(relation)), ...target, ...together, ...remarks(relation, node));
}

function around(heading, nodes, claim, item) {
  const list = make("ul", { class: "steps" });
  fill(list, nodes, (node) => item(node, claim), moreSteps);
  const number = nodes.length ? counted(nodes.length, "relation") : "nothing in this map";
  return [make("h3", {}, heading, " ", make("span", { class: "quiet" }, number)), nodes.length ? list : null];
}

function moreSteps(left, goOn) {
  const shown = button(`Show ${Math.min(left, PART)} more of ${left.toLocaleString("en")}`, "more");
  const item = make("li", {}, shown);
  shown.addEventListener("click", () => {
    const first = goOn();
    item.remove();
    first.querySelector("a")?.focus();
  });
  return item;
}

const unknownWords = (unknown) => `There is no claim “${unknown}” in this map.`;

// What stands in the place of a claim while none is chosen: where to begin.
function showNone(unknown) {
  const missing = unknown ? make("p", { dir: "auto" }, unknownWords(unknown)) : null;
  FULL.replaceChildren(...[missing,
    make("h2", { tabindex: "-1" }, "Where to begin"),
    beginnings(),
    make("p", { class: "quiet" }, "Choose a claim: here it stands in full, with what bears on it, the way up from it, and what would change without it."),
  ].filter(Boolean));
}

// The theses, or else what heads the outline and has something that bears on it.
function beginnings() {
  const heads = [...HEADS].filter(([, { continued }]) => !continued).map(([at]) => ROWS[at].node);
  const theses = heads.filter((claim) => CLAIMS[claim].kind === "thesis");
  const tops = heads.filter((claim, at) => at === 0 || INCOMING[claim].length);
  const list = make("ul", { class: "steps" });
  (theses.length ? theses : tops).slice(0, MOST_BEGINNINGS).forEach((claim) => {
    const { label, text: body } = CLAIMS[claim];
    const rest = label && label !== body ? make("p", { class: "quiet gist", dir: "auto" }, body) : null;
    list.append(make("li", {}, claimLink(claim), judged.semantics ? " " : null, verdictBadge(claim), rest));
  });
  return list;
}

// The claims on the way up to a thesis: through the head of the block, and what that is under elsewhere.
function wayToThesis(claim) {
  const path = [];
  const passed = new Set([claim]);
  for (let at = HOME.get(claim); at !== undefined && path.length < MOST_UP;) {
    const above = wayUp(at).map((up) => ROWS[up].node).filter((node) => !passed.has(node));
    above.forEach((node) => passed.add(node));
    path.unshift(...above);
    at = usedAt(ROWS[at].levels[0], passed);
    if (at !== undefined && !passed.has(ROWS[at].node)) {
      path.unshift(ROWS[at].node);
      passed.add(ROWS[at].node);
    }
  }
  return path;
}

// Where the head of a block goes on upward: where its branch was broken off, or where it is first used.
function usedAt(head, passed) {
  const { node } = ROWS[head];
  if (CLAIMS[node].kind === "thesis") return undefined;
  if (HEADS.get(head).continued) return ROWS.findIndex((row) => row.mark === "continues" && row.node === node);
  return LINKS.find(({ source, target }) => source === head && !passed.has(ROWS[target].node))?.target;
}

function breadcrumb(claim) {
  const path = wayToThesis(claim);
  if (!path.length) return null;
  const left = path.length > MOST_UP ? make("li", {}, "…") : null;
  const list = make("ol", {}, left, ...path.slice(-MOST_UP).map((each) => make("li", {}, claimLink(each))));
  return make("nav", { class: "way-up", "aria-label": "Way up from this claim" }, list);
}

// What the source says at the places of a claim and where its quotes are, with the quotes marked.
function cited(claim) {
  const { cites, marked } = CLAIMS[claim];
  return (cites ?? []).map((number) => {
    const quoted = new Set(marked?.[number]);
    const words = MAP.paragraphs[number].map((part, at) => (quoted.has(at) ? make("mark", {}, part) : part));
    return make("details", { class: "passage", open: !narrow.matches },
      make("summary", {}, `${MAP.counted} ${number} of the source`),
      make("blockquote", { dir: "auto" }, ...words));
  });
}

function showClaim(claim) {
  const { label, text: body } = CLAIMS[claim];
  const lines = label ? body.split("\n") : body.split("\n").slice(1);
  const title = make("h2", { tabindex: "-1", dir: "auto", class: CLAIMS[claim].implicit ? "implicit" : null },
    label || body.split("\n")[0]);
  FULL.replaceChildren(...[
    breadcrumb(claim), title, ...lines.map((line) => make("p", { class: "body", dir: "auto" }, line)),
    whatIfButtons(claim), ...cited(claim), factList(claim),
    make("p", { class: "ways-on" }, button("Chains to another claim …", "pick"), button("Copy link", "link"),
      button("Copy as Markdown", "markdown")),
    ...around("Bears on it", INCOMING[claim], claim, bearingOn),
    ...around("It bears on", OUTGOING[claim], claim, borneOn),
  ].filter(Boolean));
  find(".pane.claim").scrollTop = 0;
}
