// Making elements. Text of the map only ever gets in as text.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

const find = (selector) => document.querySelector(selector);
const button = (words, action) => make("button", { type: "button", "data-do": action }, words);

// Text of the map, in whatever direction its script runs.
const text = (words, name = null) => make("span", { class: name, dir: "auto" }, words);
const sign = (words, name) => make("span", { class: `sign ${name}`, "aria-hidden": "true" }, words);

function say(words) {
  find(".said").textContent = words;
}

// Says it where it is seen as well, until the next key or click.
function showNotice(words) {
  find(".notice").textContent = words;
  find(".notice").hidden = false;
  say(words);
}

function hideNotice() {
  find(".notice").hidden = true;
}

// Leads to a claim; works without us too, as a link to open in another tab.
function claimLink(claim, ...children) {
  const words = children.length ? children : [headline(claim)];
  const href = `#${encodeURIComponent(CLAIMS[claim].id)}`;
  return make("a", { href, "data-claim": claim, dir: "auto", class: "to-claim" }, ...words);
}

function verdictBadge(node) {
  if (!judged.semantics || isQuestion(node)) return null;
  const mark = judged.gradual ? null : sign(verdictSign(node), "");
  return make("span", { class: `verdict ${verdictClass(node)}` }, mark, verdictWords(node));
}

const verdictClass = (node) => (judged.gradual ? "strength" : verdictWords(node).replaceAll(" ", "-"));

// Puts children into a list, a part at a time; `more` gives what stands for those left.
function fill(list, numbers, item, more, start = 0) {
  const until = Math.min(start + PART, numbers.length);
  const made = numbers.slice(start, until).map((number, at) => item(number, start + at));
  const left = numbers.length - until;
  if (left > 0) made.push(more(left, () => fill(list, numbers, item, more, until)));
  list.append(...made);
  return made[0];
}

const PART = 100;
