// What if a claim were out, or in? Answered by grounded semantics in the framework that the page
// carries, and compared with how things stand when nothing is supposed.

const MOST_CHANGES = 12; // that are named
const WHAT_IF = { assumed: "Suppose it is in", rejected: "Suppose it is out" };
const framework = MAP.framework?.steps ? new Framework(MAP.framework) : null;
let supposed = []; // { node, word } in the order in which they were supposed
let earlier = []; // what was supposed before, for undo
let isTakenUp = false; // whether what the page was written with is among what is supposed
const changedBy = new Map(); // each claim whose status is another than with nothing supposed: that status

// Why the page does not answer what-if questions; empty where it does.
function whyNoWhatIf() {
  if (framework) return "";
  if (!MAP.framework) return "What if? This page has part of a map; ask of the whole: argmap evaluate --reject CLAIM";
  return `What if? This map is too big for a page to evaluate (${counted(MAP.framework.nodes, "node")}); ask argmap evaluate --reject CLAIM`;
}

const named = (word) => supposed.filter((each) => each.word === word).map(({ node }) => node);

function judge() {
  changedBy.clear();
  judged = supposed.length || isTakenUp ? groundedJudgement() : WRITTEN;
  if (!supposed.length) return;
  const before = groundedStatuses(framework, [], []);
  CLAIMS.forEach((_, claim) => {
    if ((before.get(claim) ?? null) !== judged.verdict(claim)) changedBy.set(claim, before.get(claim));
  });
}

function groundedJudgement() {
  const [assumed, rejected] = [named("assumed"), named("rejected")];
  const statuses = groundedStatuses(framework, assumed, rejected);
  return { semantics: "grounded", gradual: false, assumed, rejected, verdict: (node) => statuses.get(node) ?? null };
}

// Supposes something of a claim, or no longer, and shows what follows.
function suppose(node, word) {
  const isOn = supposed.some((each) => each.node === node && each.word === word);
  const others = supposed.filter((each) => each.node !== node);
  supposeAll(isOn ? others : [...others, { node, word }]);
}

function supposeAll(next) {
  earlier.push(supposed);
  supposed = next;
  showJudgement();
}

function undoSupposing() {
  supposed = earlier.pop() ?? [];
  showJudgement();
}

function showJudgement() {
  judge();
  keepingFocus(() => {
    remakeRows();
    offerStatuses();
    showLegend();
    search();
    showAgain();
    showSupposed();
    keepInSight();
  });
  document.body.classList.toggle("supposes", supposed.length > 0);
  say(supposed.length ? find(".given .effect").textContent : "Nothing is supposed any more.");
}

// Shows the claim as it is now judged, where one had read to, with the focus on what was pressed.
function showAgain() {
  const pane = find(".pane.claim");
  const [top, pressed] = [pane.scrollTop, document.activeElement?.dataset.word];
  if (state.claim === null) showNone(shown.unknown);
  else showClaim(state.claim);
  pane.scrollTop = top;
  if (pressed) find(`[data-word="${pressed}"]`)?.focus({ preventScroll: true });
}

// What is supposed, what it changes, and the ways back.
function showSupposed() {
  const given = find(".given");
  const nodes = judged === WRITTEN ? writtenSuppositions() : supposed;
  given.hidden = !nodes.length && !earlier.length;
  if (given.hidden) return;
  const list = nodes.flatMap(({ node, word }, at) => [at ? "; " : "", make("strong", {}, word), " ", supposedName(node)]);
  const what = make("p", {}, "What if: ", ...(list.length ? list : ["nothing is supposed"]), ` (${judged.semantics ?? "grounded"})`);
  const ways = [earlier.length ? button("Undo", "undo") : null, supposed.length ? button("Reset", "reset") : null];
  given.replaceChildren(what, make("p", { class: "effect" }, ...effectWords()), make("span", { class: "ways-back" }, ...ways));
}

function writtenSuppositions() {
  return ["assumed", "rejected"].flatMap((word) => WRITTEN[word].map((node) => ({ node, word })));
}

function effectWords() {
  const changed = [...changedBy].filter(([claim]) => !supposition(claim));
  if (!supposed.length) return [];
  if (!changed.length) return ["No other claim changes."];
  const named_ = changed.slice(0, MOST_CHANGES).flatMap(([claim, was], at) => [at ? ", " : "", claimLink(claim), ` ${was} → ${verdictWords(claim)}`]);
  const more = changed.length > MOST_CHANGES ? ` and ${changed.length - MOST_CHANGES} more` : "";
  return [make("strong", {}, `${counted(changed.length, "other claim")} ${changed.length === 1 ? "changes" : "change"}: `), ...named_, more];
}

function supposedName(node) {
  if (typeof node === "string") return text(node);
  if (isClaim(node)) return claimLink(node);
  const relation = relationOf(node);
  return make("span", {}, "the step from ", ...mentions(relation.from), " to ",
    isClaim(relation.to) ? claimLink(relation.to) : "another step");
}

// What one may suppose of a claim, beside it.
function whatIfButtons(claim) {
  if (isQuestion(claim)) return null;
  if (!framework) return make("p", { class: "quiet" }, whyNoWhatIf());
  const buttons = ["rejected", "assumed"].map((word) => {
    const made = button(WHAT_IF[word], "suppose");
    made.dataset.word = word;
    made.setAttribute("aria-pressed", String(supposed.some((each) => each.node === claim && each.word === word)));
    return made;
  });
  return make("div", { class: "what-if", role: "group", "aria-label": "What if" }, ...buttons);
}

// A page that was written under suppositions begins with them, where it can take them back.
function startWhatIf() {
  const written = writtenSuppositions();
  const isOurs = framework && MAP.semantics === "grounded" && written.every(({ node }) => typeof node === "number");
  if (!written.length || !isOurs) return;
  [supposed, isTakenUp] = [written, true];
  judge();
}
