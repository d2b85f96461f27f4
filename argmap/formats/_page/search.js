// Searching as one types, and filters: both show a list of claims in place of the outline.

const QUERY = find("input[type=search]");
const FOUND = find(".found");
const PAUSE = 120; // milliseconds without a key, before the picture follows what is typed
const FILTERS = ["kind", "voice", "verdict"].map((field) => ({
  field, box: find(`[data-filter="${field}"]`), select: find(`[data-filter="${field}"] select`),
}));

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// What is searched, made when first asked for: id and label, then the text as well.
const haystacks = () => (haystacks.made ??= CLAIMS.map((claim) => {
  const head = plain(`${claim.id} ${claim.label ?? ""}`);
  return { head, all: `${head} ${plain(claim.text)}` };
}));

// The value of a filter: "=" and the word, so that no word of a map is taken for none at all.
function valueOf(claim, field) {
  const word = CLAIMS[claim][field];
  return word === undefined || word === null ? "none" : `=${word}`;
}

function isAsked(claim) {
  return FILTERS.every(({ field, select }) => !select.value || valueOf(claim, field) === select.value);
}

// The claims that are asked for, those first whose id or label has it; null: nothing is asked.
function asked() {
  const words = plain(QUERY.value).split(/\s+/).filter(Boolean);
  if (!words.length && FILTERS.every(({ select }) => !select.value)) return null;
  const first = [];
  const second = [];
  CLAIMS.forEach((_, claim) => {
    const { head, all } = haystacks()[claim];
    if (!isAsked(claim) || !words.every((word) => all.includes(word))) return;
    (words.every((word) => head.includes(word)) ? first : second).push(claim);
  });
  return [...first, ...second];
}

// Text with the words that were searched for marked in it.
function marked(words) {
  const wanted = QUERY.value.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = words.toLowerCase();
  if (!wanted.length || lower.length !== words.length) return [words];
  const parts = [];
  let at = 0;
  while (at < words.length) {
    const hits = wanted.map((word) => [lower.indexOf(word, at), word.length]).filter(([to]) => to >= 0);
    if (!hits.length) break;
    const [start, length] = hits.reduce((best, hit) => (hit[0] < best[0] ? hit : best));
    parts.push(words.slice(at, start), make("mark", {}, words.slice(start, start + length)));
    at = start + length;
  }
  return [...parts, words.slice(at)];
}

function foundItem(claim) {
  const { label, text: body } = CLAIMS[claim];
  const meta = [shownId(claim), CLAIMS[claim].kind, CLAIMS[claim].voice].filter(Boolean).join(" · ");
  const link = claimLink(claim,
    make("span", { class: "headline", dir: "auto" }, ...marked(label || body)),
    label ? make("span", { class: "body", dir: "auto" }, ...marked(body)) : null,
    make("span", { class: "quiet", dir: "auto" }, ...marked(meta)), verdictBadge(claim));
  link.classList.add(...kindClass(claim).split(" "));
  if (claim === state.claim) link.setAttribute("aria-current", "true");
  return make("li", {}, link);
}

function moreFound(left, goOn) {
  const shown = button(`Show ${Math.min(left, PART)} more of ${left.toLocaleString("en")}`, "more");
  const item = make("li", {}, shown);
  shown.addEventListener("click", () => {
    const first = goOn();
    item.remove();
    first.querySelector("a").focus();
  });
  return item;
}

function countWords(claims) {
  const all = counted(COUNT, "claim");
  if (claims === null) return `${all}, ${counted(RELATIONS.length, "relation")}${MAP.summary}`;
  return claims.length ? `${claims.length.toLocaleString("en")} of ${all}` : `None of ${all}`;
}

function search() {
  const claims = asked();
  TREE.hidden = claims !== null;
  FOUND.hidden = claims === null;
  find(".unfold").classList.toggle("away", claims !== null);
  FOUND.replaceChildren();
  if (claims) fill(FOUND, claims, foundItem, moreFound);
  find(".outline .scroll").scrollTop = 0;
  find(".count").textContent = countWords(claims);
  state.asked = claims && new Set(claims);
  clearTimeout(search.later);
  search.later = setTimeout(paint, PAUSE);
}

function clearSearch() {
  QUERY.value = "";
  FILTERS.forEach(({ select }) => { select.value = ""; });
  search();
  reveal(state.claim);
}

function moveFound(event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (!(event.key in steps) || FOUND.hidden) return;
  event.preventDefault();
  const links = [...FOUND.querySelectorAll("a, button")];
  const to = links[links.indexOf(document.activeElement) + steps[event.key]];
  (to ?? (event.key === "ArrowUp" ? QUERY : document.activeElement)).focus();
}

// Offers the values that a field has, in the order of the map, each with how many have it.
function offer({ field, box, select }) {
  const numbers = new Map();
  CLAIMS.forEach((_, claim) => {
    const value = valueOf(claim, field);
    numbers.set(value, (numbers.get(value) ?? 0) + 1);
  });
  const isOffered = numbers.size > 1 && !(field === "verdict" && (MAP.gradual || !MAP.semantics));
  box.hidden = !isOffered;
  if (!isOffered) return;
  select.append(make("option", { value: "" }, "all"));
  numbers.forEach((number, value) => {
    select.append(make("option", { value }, `${value.replace(/^=/, "")} (${number})`));
  });
}

function startSearch() {
  FILTERS.forEach(offer);
  FILTERS.forEach(({ select }) => select.addEventListener("change", search));
  QUERY.addEventListener("input", search);
  QUERY.addEventListener("keydown", (event) => {
    if (event.key === "Enter") FOUND.querySelector("a")?.click();
    moveFound(event);
  });
  FOUND.addEventListener("keydown", moveFound);
  search();
}
