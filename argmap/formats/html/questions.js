// Questions: what answers each, and which answers stand by the present evaluation.

const MOST_ANSWERS = 3; // that are named
const SAME_STRENGTH = 1e-9;

// The claims that answer a question, each once; a question answers nothing.
function answersOf(question) {
  const given = INCOMING[question].map(relationOf).filter(({ kind, from }) => kind === "answers" && !isQuestion(from[0]));
  return [...new Set(given.map(({ from }) => from[0]))];
}

// The answers that stand or, where claims have strengths, are the strongest; and those not settled.
function sortedAnswers(question) {
  const answers = answersOf(question);
  const having = (verdict) => answers.filter((answer) => judged.verdict(answer) === verdict);
  if (!judged.gradual) return { answers, standing: having("in"), unsettled: [...having("undecided"), ...having("in some only")] };
  const most = Math.max(...answers.map((answer) => judged.verdict(answer) ?? -1));
  const standing = answers.filter((answer) => most >= 0 && most - (judged.verdict(answer) ?? -1) <= SAME_STRENGTH);
  return { answers, standing, unsettled: having(null), most };
}

// Whether no answer stands, or several are as strong; never where the map is not evaluated.
function isUnsettled(question) {
  const { answers, standing } = sortedAnswers(question);
  return !answers.length || (judged.semantics !== null && (judged.gradual ? standing.length !== 1 : !standing.length));
}

// What is said of a question, as words and answers in turn.
function* resolutionParts(question) {
  const { answers, standing, unsettled, most } = sortedAnswers(question);
  if (!answers.length) yield "open: nothing answers it";
  else if (!judged.semantics) yield counted(answers.length, "answer");
  else if (judged.gradual) {
    yield* most < 0 ? ["open: no answer has a strength that settles"] : ["strongest: ", standing];
    if (most >= 0) yield `${standing.length > 1 ? " tie at" : ","} ${strengthWords(most)}`;
    if (most >= 0 && unsettled.length) yield* ["; unsettled: ", unsettled];
  } else if (standing.length) {
    yield* ["answered: ", standing];
    if (unsettled.length) yield* ["; undecided: ", unsettled];
  } else if (unsettled.length) yield* ["open, undecided: ", unsettled];
  else yield "open: no answer stands";
}

// The same in words alone, and as elements with links to the answers.
function resolutionWords(question) {
  return [...resolutionParts(question)].map((part) => (typeof part === "string" ? part : namedAnswers(part, headline).join(""))).join("");
}

function resolution(question) {
  return [...resolutionParts(question)].flatMap((part) => (typeof part === "string" ? [part] : namedAnswers(part, claimLink)));
}

function namedAnswers(answers, name) {
  const shown = answers.slice(0, MOST_ANSWERS).map((answer) => name(answer));
  const all = answers.length > MOST_ANSWERS ? [...shown, `${(answers.length - MOST_ANSWERS).toLocaleString("en")} more`] : shown;
  return all.flatMap((each, at) => [at === 0 ? "" : at === all.length - 1 ? " and " : ", ", each]).filter(Boolean);
}
