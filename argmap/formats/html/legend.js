// What the signs mean, of those that are on this page, and what the page was made from.

function signList() {
  const list = make("dl", { class: "signs" });
  const add = (mark, words) => list.append(make("dt", {}, mark), make("dd", {}, words));
  signsOfRelations(add);
  signsOfVerdicts(add);
  if (ROWS.some(({ isPale }) => isPale)) add(make("span", { class: "swatch pale" }), `against ${mainWords()}`);
  if (CLAIMS.some(({ implicit }) => implicit)) add(text("abc", "implicit"), "unsaid");
  MAP.places.forEach(([sign, meaning]) => add(sign.replaceAll(/[[\]]/g, ""), meaning));
  if (CLAIMS.some(({ voice }) => voice)) add("‹v›", "voice");
  const marks = new Set(ROWS.map(({ mark }) => mark));
  Object.entries(MAP.marks).forEach(([name, [mark, words]]) => { if (marks.has(name)) add(mark, words); });
  return list;
}

function mainWords() {
  if (CLAIMS.some(({ kind }) => kind === "thesis")) return "the theses";
  return CLAIMS.some(({ asked }) => asked) ? "an answer" : "the main claim";
}

function signsOfRelations(add) {
  const kinds = new Map(RELATIONS.map((relation) => [verbOf(relation), relation.kind]));
  Object.entries(MAP.signs).forEach(([name, mark]) => {
    if (kinds.has(name)) add(text(mark, `sign ${kinds.get(name)}`), name === "backs" ? "backs a step" : name);
  });
  if (RELATIONS.some(({ from }) => from.length > 1)) add(make("span", { class: "swatch together supports" }), "together or not at all");
}

function signsOfVerdicts(add) {
  if (!judged.semantics) return;
  if (!judged.gradual) {
    statusNumbers().forEach((number, name) => {
      add(MAP.signs[name] ?? "", `${name} (${number.toLocaleString("en")}${name === commonest ? ", not marked" : ""})`);
    });
    return;
  }
  add("0.0000", "strength, from 0 to 1; of linked premises, what they amount to together");
  if (RELATIONS.some((_, number) => isCutOff(COUNT + number))) add(text("undercut, 0.0000 is left", "undercuts"), "strength of the step itself");
}

function showSource() {
  const { title, author, publisher, date, url } = MAP.source ?? {};
  const words = [author, title, publisher, date].filter(Boolean).join(", ");
  const link = url && /^https?:\/\//i.test(url) ? make("a", { href: url, rel: "noopener noreferrer" }, words || url) : words;
  find(".source").append(link);
}

// The signs again above the rows, in one line; what is said of statuses changes with what is supposed.
const showLegend = () => find(".legend").replaceChildren(...signPairs());

function signPairs() {
  const parts = [...signList().children];
  return parts.filter((_, at) => at % 2 === 0).map((mark, at) => make("div", {}, mark, parts[2 * at + 1]));
}
