// The page as a whole: what is chosen, its address, keys, and dark mode.

const state = { claim: null, chains: [], lit: null, asked: null, isPicking: false };
const isLit = (node) => Boolean(state.lit?.has(node));
const narrow = matchMedia("(max-width: 699px)");

// A choice is an address: "#id", or "#id&from=id&to=id" with chains shown.
function addressOf({ claim, from = null, to = null }) {
  const name = (number) => encodeURIComponent(CLAIMS[number].id);
  const chain = from === null ? "" : `&from=${name(from)}&to=${name(to)}`;
  return `#${claim === null ? "" : name(claim)}${chain}`;
}

function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

function readAddress() {
  const raw = location.hash.slice(1);
  const none = { claim: null, from: null, to: null };
  const known = (words) => BY_ID.get(words) ?? BY_ID.get(decoded(words)) ?? null;
  if (known(raw) !== null) return { ...none, claim: known(raw) };
  const found = /^(.*?)(?:&from=(.*?)&to=(.*))?$/.exec(raw);
  const [claim, from, to] = found.slice(1).map((words) => known(words ?? ""));
  const unknown = claim === null ? decoded(found[1]) : "";
  return from === null || to === null ? { ...none, claim, unknown } : { claim, from, to, unknown };
}

// What is chosen by a person goes through the address, so that back and forward work.
function choose(claim, manner = {}) {
  const chain = shown.from === null ? {} : { from: shown.from, to: shown.to };
  const picked = state.isPicking && claim !== state.claim ? { from: state.claim, to: claim } : null;
  if (state.isPicking && !picked) return;
  const next = picked ? { claim: state.claim, ...picked } : { claim, ...chain };
  setPicking(false);
  go(next, picked ? { ...manner, isChain: true } : manner);
}

let shown = { claim: null, from: null, to: null };
let how = {};

function go(next, manner = {}) {
  const address = addressOf(next);
  how = manner;
  if (address === (location.hash || "#")) {
    arrive();
    return;
  }
  try {
    history.pushState(null, "", address);
  } catch { // a page within another may have no history of its own
    location.hash = address;
    return;
  }
  arrive();
}

function arrive() {
  const next = readAddress();
  const { line = -1, inPicture = false, isChain = false, isStart = false } = how;
  how = {};
  const isNew = next.claim !== state.claim;
  const isOtherChain = next.from !== shown.from || next.to !== shown.to;
  const hadFocus = find(".pane.claim").contains(document.activeElement);
  shown = next;
  state.claim = next.claim;
  if (next.claim === null) showNone(next.unknown);
  else if (isNew || isStart) showClaim(next.claim);
  if (isOtherChain || isStart) showChains(next.from, next.to);
  reveal(next.claim, line);
  if (!FOUND.hidden && isNew) markCurrent();
  paint();
  if (next.claim !== null && (isNew || isChain)) setPane("claim", { isFocused: hadFocus || isChain });
  if (isChain) find(".pane.claim").scrollTop = 0;
  if (isStart && SVG && fittingScale() < UNREADABLE && LINES.length) lookAt([LINES[0].node]);
  if (next.claim === null && isNew && narrow.matches) setPane("outline");
  if (!inPicture) look(isOtherChain && next.from !== null);
  if (isNew && next.claim !== null) announce(next.claim);
}

function markCurrent() {
  FOUND.querySelector("[aria-current]")?.removeAttribute("aria-current");
  FOUND.querySelector(`[data-claim="${state.claim}"]`)?.setAttribute("aria-current", "true");
}

function look(isAtChains) {
  if (isAtChains && state.lit) lookAt([...state.lit].filter(isClaim));
  else if (state.claim !== null) lookAt([state.claim]);
}

function announce(claim) {
  const on = counted(INCOMING[claim].length, "relation");
  say(`${headline(claim)}. ${on} on it, ${OUTGOING[claim].length.toLocaleString("en")} from it.`);
}

// What a chain lights up: itself, and the premises of a step that it bears on.
function litBy(chain) {
  const isStep = (node, at) => !isClaim(node) && at > 0 && !isClaim(chain[at - 1]);
  return [...chain, ...chain.filter(isStep).flatMap((node) => relationOf(node).from)];
}

function lightChains(chains) {
  light(chains.length ? new Set(chains.flatMap(litBy)) : null);
}

// Lights up nodes, everywhere they are shown; null: none.
function light(nodes) {
  state.lit = nodes;
  const claims = state.lit ? [...state.lit].filter(isClaim).slice(0, PART) : [];
  claims.forEach((claim) => open(HOME.get(claim)));
  TREE.querySelectorAll("[data-line]").forEach((item) => {
    item.classList.toggle("lit", isLit(LINES[lineOf(item)].node));
  });
  document.body.classList.toggle("has-lit", state.lit !== null);
  paint();
  if (state.lit) look(true);
}

function setPicking(isPicking) {
  state.isPicking = isPicking && state.claim !== null;
  find(".picking").hidden = !state.isPicking;
  document.body.classList.toggle("picks", state.isPicking);
  if (!state.isPicking) return;
  find(".picking strong").textContent = headline(state.claim);
  say("Choose another claim to see the chains between the two. Escape leaves it.");
  if (narrow.matches) setPane("outline");
}

// On a narrow screen one pane is shown at a time.
function setPane(name, { isFocused = true } = {}) {
  document.body.dataset.view = name;
  document.querySelectorAll(".views button").forEach((each) => {
    each.setAttribute("aria-pressed", String(each.dataset.view === name));
  });
  const isHidden = document.activeElement !== document.body && !document.activeElement.checkVisibility();
  if (isFocused || (narrow.matches && isHidden)) focusPane(name);
  if (narrow.matches && name === "picture") look(shown.from !== null);
}

function focusPane(name) {
  const inside = {
    outline: () => (FOUND.hidden ? TREE.querySelector('[tabindex="0"]') : FOUND.querySelector("a") ?? QUERY),
    picture: () => (SVG ? STAGE : null),
    claim: () => find(".claim h2") ?? find(".outline [tabindex='0']"),
  };
  inside[name]()?.focus({ preventScroll: name === "claim" });
}

function keep(name, value) {
  try {
    localStorage.setItem(`argmap-${name}`, value);
  } catch { /* a browser may keep nothing for a page from disk */ }
}

function kept(name) {
  try {
    return localStorage.getItem(`argmap-${name}`);
  } catch {
    return null;
  }
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";

function showTheme() {
  find('[data-do="theme"]').setAttribute("aria-pressed", String(isDark()));
}

function switchTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  keep("theme", document.documentElement.dataset.theme);
  showTheme();
}

function escape() {
  if (state.isPicking) setPicking(false);
  else if (!FOUND.hidden) clearSearch();
  else if (shown.from !== null) go({ claim: state.claim });
  else if (state.lit) light(null);
  else if (document.activeElement === QUERY) focusPane("outline");
}

const DEEDS = {
  theme: switchTheme,
  help: () => find("dialog").showModal(),
  pick: () => setPicking(true),
  cancel: () => setPicking(false),
  away: () => { go({ claim: state.claim }); focusPane("claim"); },
  closer: () => zoom(1.4),
  farther: () => zoom(1 / 1.4),
  fit,
};

const KEYS = {
  "/": () => { setPane("outline", { isFocused: false }); QUERY.focus(); QUERY.select(); },
  "?": DEEDS.help,
  o: () => setPane("outline"),
  p: () => SVG && setPane("picture"),
  c: () => setPane("claim"),
  t: () => setPicking(true),
  d: switchTheme,
};

function key(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || find("dialog").open) return;
  if (event.key === "Escape") escape();
  else if (!event.target.matches("input, select, textarea") && find(".single").checked && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

function click(event) {
  const link = event.target.closest("a[data-claim]");
  const deed = DEEDS[event.target.closest("[data-do]")?.dataset.do];
  const pane = event.target.closest(".views [data-view]");
  if (deed) deed();
  if (pane) setPane(pane.dataset.view);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(Number(link.dataset.claim));
}

function signList() {
  const list = make("dl", { class: "signs" });
  const add = (mark, words) => list.append(make("dt", {}, mark), make("dd", {}, words));
  const kinds = new Set(RELATIONS.map(verbOf));
  Object.entries(MAP.signs).forEach(([name, mark]) => {
    if (kinds.has(name)) add(mark, name === "backs" ? "backs a step" : name);
  });
  if (RELATIONS.some(({ from }) => from.length > 1)) add(MAP.signs.linked, "linked premises: together or not at all");
  if (MAP.semantics && !MAP.gradual) ["in", "out", "undecided"].forEach((name) => add(MAP.signs[name], name));
  if (MAP.gradual) add("0.0000", "strength, from 0 to 1");
  if (CLAIMS.some(({ at }) => at)) add("[n]", MAP.unit === "place" ? "place in the source" : `${MAP.unit} of the source`);
  if (CLAIMS.some(({ voice }) => voice)) add("‹v›", "voice, where it changes");
  const named = new Set(CLAIMS.map(({ kind }) => kind));
  MAP.kinds.filter((kind) => named.has(kind)).forEach((kind) => add(make("span", { class: `kind ${kind}` }), kind));
  const marks = new Set(LINES.map(({ mark }) => mark));
  Object.entries(MAP.marks).forEach(([name, [mark, words]]) => { if (marks.has(name)) add(mark, words); });
  return list;
}

function showSource() {
  const { title, author, publisher, date, url } = MAP.source ?? {};
  const words = [author, title, publisher, date].filter(Boolean).join(", ");
  const link = url && /^https?:\/\//i.test(url) ? make("a", { href: url, rel: "noopener noreferrer" }, words || url) : words;
  find(".source").append(link);
}

function start() {
  const theme = kept("theme");
  if (theme && !document.documentElement.dataset.theme) document.documentElement.dataset.theme = theme;
  find(".single").checked = kept("keys") !== "off";
  find(".single").addEventListener("change", (event) => keep("keys", event.target.checked ? "on" : "off"));
  find("dialog .signs").replaceWith(signList());
  dark.addEventListener("change", showTheme);
  document.addEventListener("keydown", key);
  document.addEventListener("click", click);
  addEventListener("hashchange", arrive);
  showTheme();
  showSource();
  startOutline();
  startSearch();
  startPicture();
  how = { isStart: true };
  arrive();
  if (MAP.lit.length && shown.from === null) light(new Set(MAP.lit));
}

start();
