// The page as a whole: what is chosen, its address, keys, and dark mode.

const state = { claim: null, chains: [], chain: null, lit: null, asked: null, isPicking: false };
const isEnd = (node) => node === state.claim || node === shown.from || node === shown.to;
const isLit = (node) => Boolean(state.lit?.has(node));
const WIDE = 70; // letters, of an outline that has room for sentences from the start
const narrow = matchMedia("(width < 43.75em)"); // as in the style

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

// As it is written here comes before an id as it stands, which a person may have typed.
const namedBy = (words = "") => BY_ID.get(decoded(words)) ?? BY_ID.get(words) ?? null;

function readAddress() {
  const raw = location.hash.slice(1);
  const found = /^(.*?)(?:&from=(.*?)&to=(.*))?$/.exec(raw).slice(1);
  const [claim, from, to] = found.map(namedBy);
  if (from !== null && to !== null) return { claim, from, to, unknown: claim === null ? decoded(found[0]) : "" };
  const alone = namedBy(raw) ?? claim;
  return { claim: alone, from: null, to: null, unknown: alone === null ? decoded(found[0]) : "" };
}

// What is chosen by a person goes through the address, so that back and forward work.
function choose(claim, manner = {}) {
  endDimming();
  const chain = shown.from === null ? {} : { from: shown.from, to: shown.to };
  const picked = state.isPicking && claim !== state.claim ? { from: state.claim, to: claim } : null;
  if (state.isPicking && !picked) {
    showNotice("This is the claim itself: choose another one, or press Escape.");
    return;
  }
  const next = picked ? { claim: state.claim, ...picked } : { claim, ...chain };
  go(next, picked ? { ...manner, isChain: true } : manner);
}

let shown = { claim: null, from: null, to: null, unknown: "" };
let how = {};

function go(next, manner = {}) {
  const address = addressOf(next);
  how = manner;
  if (address === (location.hash || "#") || setAddress(address, "pushState")) arrive();
}

// Returns whether it is done; if not, the page arrives there by itself.
function setAddress(address, way) {
  try {
    history[way](null, "", address);
    return true;
  } catch { // a page within another may have no history of its own
    location.hash = address;
    return false;
  }
}

function arrive() {
  keepingFocus(follow);
}

function follow() {
  const next = readAddress();
  const { row = -1, inPicture = false, isChain = false, isStart = false } = how;
  how = {};
  const isNew = next.claim !== state.claim;
  const isOther = isNew || next.unknown !== shown.unknown;
  const isOtherChain = next.from !== shown.from || next.to !== shown.to;
  const hadFocus = find(".pane.claim").contains(document.activeElement);
  setPicking(false); // it was for the claim that was shown before
  shown = next;
  state.claim = next.claim;
  if (next.claim === null) showNone(next.unknown);
  else if (isNew || isStart) showClaim(next.claim);
  const chainWords = isOtherChain ? showChains(next.from, next.to) : "";
  if (isStart) lightHighlighted();
  document.body.classList.toggle("has-claim", next.claim !== null || next.from !== null || next.unknown !== "");
  reveal(next.claim, row);
  rowsChanged();
  if (!FOUND.hidden && isNew) markCurrent();
  paint();
  if (isChain) focusPane("claim");
  else if (next.claim !== null && isNew && hadFocus) focusPane("claim", ".full h2");
  if (isNew && !isOtherChain && !CHAINS.hidden && next.claim !== null) FULL.scrollIntoView();
  if (isChain) find(".pane.claim").scrollTop = 0;
  if (!inPicture) look(isOtherChain && next.from !== null);
  const heard = [isOther ? claimWords(next) : "", chainWords].filter(Boolean);
  if (heard.length) say(heard.join(" "));
}

function markCurrent() {
  FOUND.querySelector("[aria-current]")?.removeAttribute("aria-current");
  FOUND.querySelector(`[data-claim="${state.claim}"]`)?.setAttribute("aria-current", "true");
}

function look(isAtChains) {
  if (isAtChains && state.lit) lookAt([...state.lit].filter(isClaim));
  else if (state.claim !== null) lookAt([state.claim]);
}

// Where an address led to, in words for those who do not see it.
function claimWords({ claim, unknown }) {
  if (claim === null) return unknown ? unknownWords(unknown) : "No claim is chosen.";
  const on = counted(INCOMING[claim].length, "relation");
  return `${headline(claim)}. ${on} on it, ${OUTGOING[claim].length.toLocaleString("en")} from it.`;
}

// What a chain lights up: itself, and the premises of a step that it bears on.
function litBy(chain) {
  const isStep = (node, at) => !isClaim(node) && at > 0 && !isClaim(chain[at - 1]);
  return [...chain, ...chain.filter(isStep).flatMap((node) => relationOf(node).from)];
}

// Lights up nodes, everywhere they are there; null: none. They are opened where they are to be shown.
function light(nodes, isShown = false) {
  state.lit = nodes;
  const claims = isShown ? [...state.lit].filter(isClaim).slice(0, PART) : [];
  claims.forEach((claim) => open(HOME.get(claim)));
  TREE.querySelectorAll("[data-line]").forEach((item) => markRow(item, rowOf(item)));
  document.body.classList.toggle("has-lit", state.lit !== null);
  paint();
  rowsChanged();
  if (isShown) look(true);
}

function setPicking(isPicking) {
  if (isPicking && state.claim === null) {
    showNotice(COUNT ? "Choose a claim first. Then press t, and choose another to see the chains between the two." : "This map has no claims.");
    return;
  }
  state.isPicking = isPicking;
  find(".picking").hidden = !state.isPicking;
  document.body.classList.toggle("picks", state.isPicking);
  if (!state.isPicking) return;
  find(".picking strong").textContent = headline(state.claim);
  say("Choose another claim to see the chains between the two. Escape leaves it.");
}

// Chooses none after all.
function stopPicking() {
  setPicking(false);
}

// The outline or, in its place, the picture.
function setPane(name, { isFocused = true } = {}) {
  document.body.dataset.view = name;
  document.querySelectorAll(".views button").forEach((each) => {
    each.setAttribute("aria-pressed", String(each.dataset.view === name));
  });
  if (isFocused) focusPane(name);
  if (name === "picture") showPicture();
  else rowsChanged();
}

function focusPane(name, heading = "h2") {
  const inside = {
    outline: () => (FOUND.hidden ? TREE.querySelector('[tabindex="0"]') : FOUND.querySelector("a") ?? QUERY),
    picture: () => (SVG ? STAGE : null),
    claim: () => [...document.querySelectorAll(`.pane.claim ${heading}`)].find(isThere),
  };
  inside[name]()?.focus({ preventScroll: name === "claim" });
}

// The sentence of each claim beside its label.
function setTexts(isOn) {
  document.body.classList.toggle("has-texts", isOn);
  find('[data-do="texts"]').setAttribute("aria-pressed", String(isOn));
}

function switchTexts() {
  setTexts(!document.body.classList.contains("has-texts"));
  remakeRows();
}

// Puts away what the reader is in, or else what was asked for last.
function escape() {
  const isAtChains = FOUND.hidden || find(".pane.claim").contains(document.activeElement);
  if (state.isPicking) stopPicking();
  else if (shown.from !== null && isAtChains) go({ claim: state.claim });
  else if (!FOUND.hidden) clearSearch();
  else if (areFiltersOpen()) openFilters(false);
  else if (document.activeElement === QUERY) focusPane("outline");
}

const DEEDS = {
  theme: switchTheme,
  help: () => find("dialog").showModal(),
  pick: () => setPicking(true),
  link: copyLink,
  markdown: copyMarkdown,
  suppose: (pressed) => suppose(state.claim, pressed.dataset.word),
  undo: undoSupposing,
  reset: () => supposeAll([]),
  close: () => go({ claim: null }),
  texts: switchTexts,
  cancel: () => stopPicking(),
  away: () => go({ claim: state.claim }),
  clear: () => clearSearch(),
  filters: () => openFilters(!areFiltersOpen()),
  closer: () => zoom(1.4),
  farther: () => zoom(1 / 1.4),
  fit,
};

const KEYS = {
  "/": () => { setPane("outline", { isFocused: false }); QUERY.focus(); QUERY.select(); },
  "?": DEEDS.help,
  o: () => setPane("outline"),
  p: () => (SVG ? setPane("picture") : showNotice("This page has no cards.")),
  c: () => focusPane("claim"),
  s: switchTexts,
  t: () => setPicking(true),
  d: switchTheme,
};

function key(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || find("dialog").open) return;
  hideNotice();
  if (event.key === "Escape") keepingFocus(escape);
  else if (!event.target.matches("input, select, textarea") && find(".single").checked && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

function click(event) {
  const link = event.target.closest("a[data-claim]");
  const deed = DEEDS[event.target.closest("[data-do]")?.dataset.do];
  const pane = event.target.closest(".views [data-view]");
  hideNotice();
  if (deed) keepingFocus(() => deed(event.target.closest("[data-do]")));
  if (pane) setPane(pane.dataset.view);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(Number(link.dataset.claim));
}

function start() {
  const theme = kept("theme"); // the reader's own, before that of whoever wrote the page
  if (theme) document.documentElement.dataset.theme = theme;
  find(".single").checked = kept("keys") !== "off";
  find(".single").addEventListener("change", (event) => keep("keys", event.target.checked ? "on" : "off"));
  find("dialog .signs").replaceWith(signList());
  dark.addEventListener("change", showTheme);
  document.addEventListener("keydown", key);
  document.addEventListener("click", click);
  addEventListener("hashchange", arrive);
  document.body.classList.toggle("bare", !COUNT);
  showTheme();
  showSource();
  startWhatIf();
  showSupposed();
  if (find(".pane.outline").clientWidth > WIDE * parseFloat(getComputedStyle(document.body).fontSize)) setTexts(true);
  startOutline();
  showLegend();
  startSearch();
  startPicture();
  if (MAP.chain.length && !location.hash) {
    const [from, to] = [MAP.chain[0], MAP.chain.at(-1)];
    setAddress(addressOf({ claim: from, from, to }), "replaceState");
  }
  how = { isStart: true };
  arrive();
}

start();
