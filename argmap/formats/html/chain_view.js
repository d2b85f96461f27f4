// The chains between two claims, one way and the other, as lists of steps.

const CHAINS = find(".chains");
const MOST_STEPS = 200; // of a chain, before its middle is left out

function stepLine(chain, at) {
  const relation = relationOf(chain[at]);
  const others = isClaim(chain[at - 1]) ? relation.from.filter((premise) => premise !== chain[at - 1]) : [];
  const subject = isClaim(chain[at - 1]) ? [] : [...mentions(relation.from), " "];
  const together = others.length && relation.from.length > 1 ? [", with ", ...mentions(others)] : [];
  const step = onStep(relation) && !SYMMETRIC.has(relation.kind) ? " the step by which" : "";
  return make("li", { class: "step" }, sign(signOf(relation), relation.kind), ...subject,
    make("span", { class: `verb ${relation.kind}` }, verbOf(relation) + step), ...together);
}

function chainLines(chain) {
  const line = (node, at) => (isClaim(node) ? make("li", {}, mention(node)) : stepLine(chain, at));
  if (chain.length <= MOST_STEPS) return chain.map(line);
  const half = MOST_STEPS / 2;
  const left = make("li", { class: "quiet" }, `… ${counted(chain.length - MOST_STEPS, "line")} left out …`);
  return [...chain.slice(0, half).map(line), left,
    ...chain.slice(-half).map((node, at) => line(node, chain.length - half + at))];
}

function verdictOf(chain) {
  const { effect, attacks } = effectOf(chain);
  const size = counted(chain.filter((node) => !isClaim(node)).length, "step");
  const against = attacks ? `, ${counted(attacks, "attack")}` : "";
  return [make("strong", { class: { defends: "supports", "leads to": "answers" }[effect] ?? effect }, `The whole chain ${effect}`),
    " ", claimLink(chain.at(-1)), make("span", { class: "quiet" }, ` (${size}${against})`)];
}

function oneChain(chain, number, of) {
  const only = button(`Chain ${number} of ${of}`, "only");
  only.setAttribute("aria-pressed", "false");
  const list = make("ol", { class: "chain" }, ...chainLines(chain));
  const item = make("li", {}, of > 1 ? make("p", {}, only) : null, list, make("p", {}, ...verdictOf(chain)));
  only.addEventListener("click", () => lightOne(chain, { isShown: true }));
  ["pointerenter", "focusin"].forEach((name) => item.addEventListener(name, () => lightOne(chain)));
  return item;
}

// Lights one chain and no other: that which is pointed at, or has the focus.
function lightOne(chain, { isShown = false } = {}) {
  if (state.chain === chain && !isShown) return;
  state.chain = chain;
  [...CHAINS.querySelectorAll(".ways > li")].forEach((item, at) => {
    item.classList.toggle("current", state.chains[at] === chain);
    item.querySelector('[data-do="only"]')?.setAttribute("aria-pressed", String(state.chains[at] === chain));
  });
  light(new Set(litBy(chain)), isShown);
}

function oneWay(start, end, { chains, isAll }) {
  const more = isAll ? "" : ", and there may be more: the search was cut short";
  const number = counted(chains.length, "chain") + more;
  const heading = make("h3", {}, "From ", claimLink(start), " to ", claimLink(end), " ",
    make("span", { class: "quiet" }, number));
  const list = make("ol", { class: "ways" });
  chains.forEach((chain, at) => list.append(oneChain(chain, at + 1, chains.length)));
  return [heading, chains.length ? list : null];
}

function chainWords(there, back) {
  const number = there.chains.length + back.chains.length;
  if (!number) return there.isAll && back.isAll ? "No chain leads from either claim to the other" : "No chain was found before the search was cut short";
  return `${counted(number, "chain")} between the two claims${there.isAll && back.isAll ? "" : ", and there may be more"}`;
}

// Of the chains between the two ends of the one the page was asked to light up, lights that one.
function lightHighlighted() {
  const [from, to] = [MAP.chain[0], MAP.chain.at(-1)];
  if (!MAP.chain.length || shown.from !== from || shown.to !== to) return;
  lightOne(state.chains.find((chain) => chain.join() === MAP.chain.join()) ?? MAP.chain, { isShown: true });
}

function putChainsAway() {
  CHAINS.hidden = true;
  CHAINS.replaceChildren();
  [state.chains, state.chain] = [[], null];
  light(null);
}

// Shows the chains between two claims, or none; returns in words what was done.
function showChains(start, end) {
  if (start === null) {
    putChainsAway();
    return "The chains are put away.";
  }
  CHAINS.hidden = false;
  const there = chainsBetween(start, end);
  const back = chainsBetween(end, start);
  const ways = [[start, end, there], [end, start, back]].filter(([, , found]) => found.chains.length);
  const words = chainWords(there, back);
  CHAINS.replaceChildren(...[
    make("div", { class: "bar" }, make("h2", { tabindex: "-1" }, "Chains"), button("Put away", "away")),
    ways.length ? null : make("p", {}, `${words}: `, claimLink(start), " and ", claimLink(end), "."),
    ...ways.flatMap((way) => oneWay(...way)),
  ].filter(Boolean));
  state.chains = [...there.chains, ...back.chains];
  if (state.chains.length) lightOne(state.chains[0], { isShown: true });
  else light(null);
  return `${words}.`;
}
