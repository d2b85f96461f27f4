// What the signs mean, of those that are on this page, and what the page was made from.

function signList() {
  const list = make("dl", { class: "signs" });
  const add = (mark, words) => list.append(make("dt", {}, mark), make("dd", {}, words));
  signsOfRelations(add);
  signsOfVerdicts(add);
  MAP.places.forEach(([sign, meaning]) => add(sign, meaning));
  if (CLAIMS.some(({ voice }) => voice)) add("‹v›", "voice, where it changes");
  const marks = new Set(LINES.map(({ mark }) => mark));
  Object.entries(MAP.marks).forEach(([name, [mark, words]]) => { if (marks.has(name)) add(mark, words); });
  return list;
}

function signsOfRelations(add) {
  const kinds = new Map(RELATIONS.map((relation) => [verbOf(relation), relation.kind]));
  Object.entries(MAP.signs).forEach(([name, mark]) => {
    if (kinds.has(name)) add(text(mark, `sign ${kinds.get(name)}`), name === "backs" ? "backs a step" : name);
  });
  if (RELATIONS.some(({ from }) => from.length > 1)) add(MAP.signs.linked, "linked premises: together or not at all");
}

function signsOfVerdicts(add) {
  if (!MAP.semantics) return;
  if (!MAP.gradual) {
    ["in", "out", "undecided"].forEach((name) => add(text(MAP.signs[name], `verdict ${name}`), name));
    return;
  }
  add("0.0000", "strength, from 0 to 1; of linked premises, what they amount to together");
  if (RELATIONS.some(isCutOff)) add(text("undercut, 0.0000 is left", "undercuts"), "strength of the step itself");
}

function showSource() {
  const { title, author, publisher, date, url } = MAP.source ?? {};
  const words = [author, title, publisher, date].filter(Boolean).join(", ");
  const link = url && /^https?:\/\//i.test(url) ? make("a", { href: url, rel: "noopener noreferrer" }, words || url) : words;
  find(".source").append(link);
}

// Says which claims and steps were assumed or rejected for what the page says of the others.
function showSupposed() {
  const parts = ["assumed", "rejected"].filter((name) => MAP[name].length)
    .map((name) => [make("strong", {}, name), " ", ...MAP[name].flatMap((node, at) => [at ? ", " : "", suppose(node)])]);
  if (!parts.length) return;
  find(".given").append("What if: ", ...parts.flatMap((part, at) => [at ? "; " : "", ...part]), ` (${MAP.semantics})`);
  find(".given").hidden = false;
}

function suppose(node) {
  if (typeof node === "string") return text(node);
  if (isClaim(node)) return claimLink(node);
  const relation = relationOf(node);
  return make("span", {}, "the step from ", ...mentions(relation.from), " to ",
    isClaim(relation.to) ? claimLink(relation.to) : "another step");
}
