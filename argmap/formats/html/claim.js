// A claim in full: its text, what is known of it, what bears on it and what it bears on.

const FULL = find(".claim .full");
const MOST_BEGINNINGS = 6;

function facts(claim) {
  const { kind, implicit, voice, at, where, weight, assumed, tags, note } = CLAIMS[claim];
  const about = VOICES.get(voice);
  return [
    ["id", shownId(claim)],
    ["kind", [kind, implicit ? "implicit: the source leaves it unsaid" : ""].filter(Boolean).join("; ")],
    ["voice", [voice, about].filter(Boolean).join(": ")],
    where ? ["place", where] : [MAP.unit, at],
    ["weight", weight === undefined ? "" : String(weight)],
    ["assumed", assumed === undefined ? "" : assumed ? "yes" : "no: it needs support"],
    ["tags", (tags ?? []).join(", ")],
    ["note", note],
  ].filter(([, value]) => value);
}

function factList(claim) {
  const list = make("dl", { class: "facts" });
  facts(claim).forEach(([name, value]) => {
    list.append(make("dt", {}, name), make("dd", { dir: "auto" }, value));
  });
  if (MAP.semantics) {
    const name = MAP.gradual ? "strength" : "status";
    const given = supposition(claim) ? text(`${supposition(claim)} for this evaluation`, "supposed") : null;
    list.append(make("dt", {}, name), make("dd", {}, verdictBadge(claim), text(` (${MAP.semantics})`, "quiet"),
      given && " ", given));
  }
  return list;
}

// A claim as it stands in a list: a link, and what sets it apart.
function mention(claim) {
  const { voice, implicit } = CLAIMS[claim];
  const whose = voice && voice !== CLAIMS[state.claim]?.voice ? text(` ‹${voice}›`, "quiet") : null;
  return make("span", { class: "mention" }, claimLink(claim), whose,
    implicit ? text(" (implicit)", "quiet") : null, MAP.semantics ? " " : null, verdictBadge(claim));
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

function remarks(relation) {
  const scheme = relation.scheme ? text(` (${relation.scheme})`, "quiet") : null;
  const note = relation.note ? make("p", { class: "quiet", dir: "auto" }, relation.note) : null;
  const node = COUNT + RELATIONS.indexOf(relation);
  const left = MAP.gradual ? `undercut, ${verdictWords(node)} is left` : "undercut";
  const cut = isCutOff(relation) ? text(left, "undercuts") : null;
  const given = supposition(node) ? text(`the step is ${supposition(node)}`, "supposed") : null;
  return [scheme, given && " ", given, cut && !given && " ", given ? null : cut, note].filter(Boolean);
}

function premises(relation) {
  if (relation.from.length === 1) return [mention(relation.from[0])];
  const list = make("ul", { class: "linked" });
  relation.from.forEach((premise) => list.append(make("li", {}, mention(premise))));
  const together = MAP.gradual ? text(`together ${strengthWords(amountOf(relation))}`, "quiet") : null;
  return [list, together].filter(Boolean);
}

function bearingOn(node, claim) {
  const relation = relationOf(node);
  const linked = relation.from.length > 1;
  const verb = linked ? `${verbOf(relation).replace(/s$/, "")} together` : verbOf(relation);
  const whose = SYMMETRIC.has(relation.kind) && claim !== null
    ? [mention(otherEnd(relation, claim))] : premises(relation);
  const item = make("li", {}, ...stepHead(relation, claim === null ? `${verb} this step:` : `${verb}:`),
    ...whose, ...remarks(relation));
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
  return make("li", {}, ...stepHead(relation, verbOf(relation)), ...target, ...together, ...remarks(relation));
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
  const words = SVG ? "Choose a claim in the outline or the picture" : "Choose a claim in the outline";
  FULL.replaceChildren(...[missing,
    make("h2", { tabindex: "-1" }, "Where to begin"),
    make("p", {}, `${words}: here it stands in full, with what bears on it. From there, see the chains to any other.`),
    beginnings(), make("h3", {}, "Signs"), signList(),
  ].filter(Boolean));
}

// The theses, or else what heads the outline and has something that bears on it.
function beginnings() {
  const tops = LINES.filter(({ depth, continued, node }) => !depth && !continued && isClaim(node)).map(({ node }) => node)
    .filter((claim, at) => at === 0 || INCOMING[claim].length);
  const theses = CLAIMS.map((_, claim) => claim).filter((claim) => CLAIMS[claim].kind === "thesis");
  const list = make("ul", { class: "steps" });
  (theses.length ? theses : tops).slice(0, MOST_BEGINNINGS).forEach((claim) => {
    const { label, text: body } = CLAIMS[claim];
    const rest = label && label !== body ? make("p", { class: "quiet gist", dir: "auto" }, body) : null;
    list.append(make("li", {}, claimLink(claim), MAP.semantics ? " " : null, verdictBadge(claim), rest));
  });
  return list;
}

function showClaim(claim) {
  const { label, text: body } = CLAIMS[claim];
  const lines = label ? body.split("\n") : body.split("\n").slice(1);
  const title = make("h2", { tabindex: "-1", dir: "auto", class: kindClass(claim) },
    label || body.split("\n")[0]);
  FULL.replaceChildren(...[
    title, ...lines.map((line) => make("p", { class: "body", dir: "auto" }, line)),
    factList(claim), make("p", {}, button("Chains to another claim …", "pick")),
    ...around("Bears on it", INCOMING[claim], claim, bearingOn),
    ...around("It bears on", OUTGOING[claim], claim, borneOn),
  ].filter(Boolean));
  find(".pane.claim").scrollTop = 0;
}
