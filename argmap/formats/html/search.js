// Searching as one types, and filters: both show a list of claims in place of the outline.

const QUERY = find("input[type=search]");
const FOUND = find(".found");
const PAUSE = 120; // milliseconds without a key, before the picture follows what is typed
const AT_LEISURE = 300; // milliseconds after which what is searched is made ready
const FILTERS = ["kind", "voice", "verdict", "backing"].map((field) => ({
  field, box: find(`[data-filter="${field}"]`), select: find(`[data-filter="${field}"] select`),
}));

// What a filter asks for that is no field of the claim.
const WORDS_OF = {
  verdict: (claim) => verdictWords(claim) || null,
  backing: (claim) => isQuestion(claim) ? null : (INCOMING[claim].some((node) => relationOf(node).kind === "supports") ? "supported" : "unsupported"),
};

// The value of a filter: "=" and the word, so that no word of a map is taken for none at all.
function valueOf(claim, field) {
  const word = WORDS_OF[field]?.(claim) ?? CLAIMS[claim][field];
  return word === undefined || word === null ? "none" : `=${word}`;
}

function isAsked(claim) {
  return FILTERS.every(({ field, select }) => !select.value || valueOf(claim, field) === select.value);
}

// The claims that are asked for, the nearest first, and whether they have it by letters alone;
// null for the claims: nothing is asked.
function asked() {
  const query = QUERY.value.trim();
  if (!query && FILTERS.every(({ select }) => !select.value)) return { claims: null, isLoose: false };
  const claims = CLAIMS.map((_, claim) => claim).filter(isAsked);
  return query ? ranked(query, claims) : { claims, isLoose: false };
}

function foundItem(claim) {
  const { label, text: body } = CLAIMS[claim];
  const meta = [shownId(claim), CLAIMS[claim].kind, CLAIMS[claim].voice].filter(Boolean).join(" · ");
  const withMarks = (words) => marked(words, claim, QUERY.value);
  const link = claimLink(claim,
    make("span", { class: "headline", dir: "auto" }, ...withMarks(label || body)),
    label && label !== body ? make("span", { class: "body", dir: "auto" }, ...withMarks(body)) : null,
    make("span", { class: "quiet", dir: "auto" }, ...withMarks(meta)), verdictBadge(claim));
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

function countWords({ claims, isLoose }) {
  const all = counted(COUNT, "claim");
  if (claims === null) return `${all}, ${counted(RELATIONS.length, "relation")}${judged === WRITTEN ? MAP.summary : ""}`;
  if (!claims.length) return `None of ${all}`;
  return `${claims.length.toLocaleString("en")} of ${all}${isLoose ? ", by letters alone" : ""}`;
}

function search() {
  const answer = asked();
  const { claims } = answer;
  TREE.hidden = claims !== null;
  ROWS_BOX.hidden = TREE.hidden;
  FOUND.hidden = claims === null;
  find(".unfold").classList.toggle("away", claims !== null);
  FOUND.replaceChildren();
  if (claims) fill(FOUND, claims, foundItem, moreFound);
  if (claims && !claims.length) FOUND.append(make("li", { class: "empty" }, nothingFound(), button("Show the outline again", "clear")));
  find('[data-do="filters"]').textContent = filterWords();
  if (claims) SCROLL.scrollTop = 0;
  rowsChanged();
  find(".count").textContent = countWords(answer);
  state.asked = claims && new Set(claims);
  clearTimeout(search.later);
  search.later = setTimeout(showAsked, PAUSE);
}

// In the picture too, all of it where none of what is asked for is in sight.
function showAsked() {
  paint();
  if (SVG && !state.lit && state.asked?.size && ![...state.asked].some(isInSight)) fit();
}

function nothingFound() {
  const query = QUERY.value.trim();
  const what = query ? `No claim has “${query}” in its id, label or text` : "No claim is of this kind";
  const among = query && FILTERS.some(({ select }) => select.value) ? ", among those filtered" : "";
  return `${what}${among}.`;
}

// A claim that is chosen is seen with all around it.
function endDimming() {
  clearTimeout(search.later);
  state.asked = null;
}

// On a narrow or low screen filters are folded away.
const areFiltersOpen = () => find('[data-do="filters"]').getAttribute("aria-expanded") === "true";

function openFilters(isOpen) {
  find('[data-do="filters"]').setAttribute("aria-expanded", String(isOpen));
}

function filterWords() {
  const number = FILTERS.filter(({ select }) => select.value).length;
  return number ? `Filter (${number})` : "Filter";
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
  const isOffered = numbers.size > 1 && !(field === "verdict" && (judged.gradual || !judged.semantics));
  box.hidden = !isOffered;
  select.replaceChildren();
  if (!isOffered) return;
  select.append(make("option", { value: "" }, "all"));
  numbers.forEach((number, value) => {
    select.append(make("option", { value }, `${value.replace(/^=/, "")} (${number})`));
  });
}

// The statuses there are change with what is supposed; what was chosen stays so where it is still there.
function offerStatuses() {
  const status = FILTERS.find(({ field }) => field === "verdict");
  const { value } = status.select;
  offer(status);
  if ([...status.select.options].some((option) => option.value === value)) status.select.value = value;
}

function startSearch() {
  FILTERS.forEach(offer);
  find('[data-do="filters"]').hidden = FILTERS.every(({ box }) => box.hidden);
  FILTERS.forEach(({ select }) => select.addEventListener("change", search));
  QUERY.addEventListener("input", search);
  QUERY.addEventListener("keydown", (event) => {
    if (event.key === "Enter") FOUND.querySelector("a")?.click();
    moveFound(event);
  });
  FOUND.addEventListener("keydown", moveFound);
  search();
  setTimeout(haystacks, AT_LEISURE);
}
