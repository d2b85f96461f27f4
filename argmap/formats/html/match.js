// Which claims match a query, the best first, and which of their letters to mark.
// Case, accents and the order of words make no difference; signs are as good as spaces.
// It ranks as argmap/explorer/search.py does: both are tested by one table.

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ" };
const EXACT = -100;
const START = 3; // up to here a word begins with what is typed
const WITHIN = 4;
const FAR = 10; // from here on only its letters are there, in order
const IN_TEXT = 600; // from here on they are in the text, not in id or headline
const CLOSE = 3; // times its own length that the letters of a term may take up in a text
const SEARCHED = 1000; // letters of a text among which those of a term are looked for
const MOST_HEAD = 100; // letters of a text without a label that count as its headline

const normalized = (words) => words.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "")
  .replace(/[ßæœøđðłþıς]/g, (letter) => LETTERS[letter]).replace(/[^\p{L}\p{N}]/gu, " ");

const termsOf = (query) => query.split(/\s+/).map((word) => normalized(word).trim()).filter(Boolean);

// What is searched, made once: id, headline and text, each with a space before it.
const haystacks = () => (haystacks.made ??= CLAIMS.map(({ id, label, text: body }) => {
  const name = ` ${normalized(id)}`;
  const head = `${name}\n ${normalized(label ?? body.slice(0, MOST_HEAD))}`;
  return { name, head, all: `${head}\n ${normalized(body)}` };
}));

// How near a claim is to a term: 0 its id, 1 id or headline begin with it, 2 a word of them does,
// 3 one of the text, 4 and 5 it is within such a word; null: it is not there.
function nearness(term, { name, head, all }) {
  const at = all.indexOf(` ${term}`);
  if (at === 0) return term.length === name.length - 1 ? 0 : 1;
  if (at === name.length + 1) return 1;
  if (at > 0) return at < head.length ? 2 : START;
  const within = all.indexOf(term);
  if (within < 0) return null;
  return within < head.length ? WITHIN : WITHIN + 1;
}

// Where the letters of a term stand in order from the start of a word, as close as they do; null: nowhere.
function lettersIn(term, words) {
  const letters = [...term.replaceAll(" ", "")];
  let best = null;
  for (let start = words.indexOf(` ${letters[0]}`); start >= 0; start = words.indexOf(` ${letters[0]}`, start + 1)) {
    const places = [];
    let at = start;
    for (const letter of letters) {
      at = words.indexOf(letter, at + 1);
      if (at < 0) return best;
      places.push(at);
    }
    if (!best || at - places[0] < best.at(-1) - best[0]) best = places;
  }
  return best;
}

function distance(term, { name, head, all }) {
  const spreadIn = (words) => {
    const places = lettersIn(term, words.slice(0, SEARCHED));
    return places ? places.at(-1) - places[0] : Infinity;
  };
  const spread = Math.min(spreadIn(name), spreadIn(head.slice(name.length + 1)));
  if (spread < Infinity) return Math.min(FAR + spread, IN_TEXT - 1);
  const inText = spreadIn(all.slice(head.length + 1));
  return inText < CLOSE * term.length ? IN_TEXT + inText : null;
}

// Letters are looked for one by one only where no claim has what is typed: `isLoose` then.
function ranked(query, claims) {
  const terms = termsOf(query);
  const near = scored(terms, terms.length ? claims : [], nearness);
  const hits = near.length ? withoutNoise(terms, near)
    : scored(terms, terms.length ? claims : [], (term, words) => nearness(term, words) ?? distance(term, words));
  hits.sort((one, other) => one.total - other.total);
  return { claims: hits.map(({ claim }) => claim), isLoose: !near.length };
}

function scored(terms, claims, measure) {
  const phrase = ` ${terms.join(" ")}`;
  const hits = [];
  for (const claim of claims) {
    const words = haystacks()[claim];
    const each = [];
    for (const term of terms) {
      const found = measure(term, words);
      if (found === null) break;
      each.push(found);
    }
    if (each.length < terms.length) continue;
    const sum = each.reduce((total, one) => total + one, 0);
    const bonus = words.name === phrase ? EXACT : terms.length > 1 && words.all.includes(phrase) ? -1 : 0;
    hits.push({ claim, each, total: sum + bonus });
  }
  return hits;
}

// A letter or two stand within nearly every word: they count there only where no word begins with them.
function withoutNoise(terms, hits) {
  const isShort = terms.map((term) => /^[a-z\d]{1,2}$/.test(term));
  const clear = hits.filter(({ each }) => each.every((found, at) => found <= START || !isShort[at]));
  return clear.length ? clear : hits;
}

// Folded words, and where in the words themselves each of their letters comes from.
function foldedWithPlaces(words) {
  let folded = " ";
  const places = [0];
  let at = 0;
  for (const letter of words) {
    for (const each of normalized(letter)) {
      folded += each;
      places.push(at);
      if (each.length > 1) places.push(at);
    }
    at += letter.length;
  }
  return { folded, places: [...places, at] };
}

// The stretches of folded words that a term is found in, from and to.
function stretches(term, folded, nearest) {
  if (nearest === null) return (lettersIn(term, folded) ?? []).map((at) => [at, at + 1]);
  const wanted = nearest <= START ? ` ${term}` : term;
  const found = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    found.push([at + wanted.length - term.length, at + wanted.length]);
  }
  return found;
}

// Words of a claim with what was searched for marked in them.
function marked(words, claim, query) {
  const { folded, places } = foldedWithPlaces(words);
  const found = termsOf(query)
    .flatMap((term) => stretches(term, folded, nearness(term, haystacks()[claim])))
    .sort(([one], [other]) => one - other);
  const parts = [];
  let at = 0;
  for (const [from, to] of found) {
    const [start, end] = [Math.max(places[from], at), places[to]];
    if (end <= start) continue;
    parts.push(words.slice(at, start), make("mark", {}, words.slice(start, end)));
    at = end;
  }
  return [...parts, words.slice(at)];
}
