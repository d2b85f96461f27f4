"use strict";

// The map. Claims are the nodes 0 … COUNT - 1, relations those that follow.

const MAP = JSON.parse(document.getElementById("map-data").textContent);
const CLAIMS = MAP.claims;
const RELATIONS = MAP.relations;
const COUNT = CLAIMS.length;
const SYMMETRIC = new Set(["contradicts", "restates"]);
const AGAINST = new Set(["attacks", "undercuts", "contradicts"]);

const isClaim = (node) => node < COUNT;
const relationOf = (node) => RELATIONS[node - COUNT];
const isQuestion = (node) => isClaim(node) && CLAIMS[node].asked === true;
const headline = (claim) => CLAIMS[claim].label || CLAIMS[claim].text;
const shownId = (claim) => CLAIMS[claim].name || CLAIMS[claim].id;

const INCOMING = Array.from({ length: COUNT + RELATIONS.length }, () => []);
const OUTGOING = Array.from({ length: COUNT }, () => []);
const VOICES = new Map(Object.entries(MAP.voices));
const BY_ID = new Map(CLAIMS.map((claim, number) => [claim.id, number]));

RELATIONS.forEach((relation, number) => {
  const node = COUNT + number;
  INCOMING[relation.to].push(node);
  relation.from.forEach((premise) => OUTGOING[premise].push(node));
  if (SYMMETRIC.has(relation.kind)) {
    INCOMING[relation.from[0]].push(node);
    OUTGOING[relation.to].push(node);
  }
});

// Where a step may lead: the nodes that a chain goes on to.
function onward(node) {
  if (isClaim(node)) return OUTGOING[node];
  const relation = relationOf(node);
  return SYMMETRIC.has(relation.kind) ? [...relation.from, relation.to] : [relation.to];
}

function backward(node) {
  if (isClaim(node)) return INCOMING[node];
  const relation = relationOf(node);
  const ends = SYMMETRIC.has(relation.kind) ? [...relation.from, relation.to] : relation.from;
  return [...ends, ...INCOMING[node]];
}

// The claim at the far end of a relation that holds both ways.
function otherEnd(relation, claim) {
  return relation.to === claim ? relation.from[0] : relation.to;
}

const onStep = (relation) => !isClaim(relation.to);

function verbOf(relation) {
  return onStep(relation) && relation.kind === "supports" ? "backs" : relation.kind;
}

const signOf = (relation) => MAP.signs[verbOf(relation)];

function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

// What is said of each claim and relation: by the evaluation that the page was written with, or by what-if.
const WRITTEN = {
  semantics: MAP.semantics, gradual: MAP.gradual, assumed: MAP.assumed, rejected: MAP.rejected,
  verdict: (node) => (isClaim(node) ? CLAIMS[node] : relationOf(node)).verdict ?? null,
};
let judged = WRITTEN;

// Of a claim or a relation, in words; empty where the map is not evaluated, and of a question.
function verdictWords(node) {
  if (!judged.semantics || isQuestion(node)) return "";
  const verdict = judged.verdict(node);
  return judged.gradual ? strengthWords(verdict) : verdict ?? "no status";
}

// Whether a claim or step was assumed or rejected to evaluate the map, in that word.
function supposition(node) {
  return ["assumed", "rejected"].find((name) => judged[name].includes(node)) ?? "";
}

function strengthWords(strength) {
  return strength === null ? "unsettled" : strength.toFixed(4);
}

function verdictSign(node) {
  if (!judged.semantics) return "";
  if (judged.gradual || isQuestion(node)) return verdictWords(node);
  return MAP.signs[verdictWords(node)] ?? "";
}

// What a relation amounts to: its weakest premise times its own strength; null: unsettled.
function amountOf(node) {
  const relation = relationOf(node);
  if (relation.from.some(isQuestion)) return 0;
  const parts = [...relation.from.map(judged.verdict), judged.verdict(node)];
  if (parts.includes(null)) return parts.includes(0) ? 0 : null;
  return Math.min(...parts.slice(0, -1)) * parts.at(-1);
}

// Whether a relation is cut off: out, or weakened, whatever its premises are.
function isCutOff(node) {
  if (!judged.semantics) return false;
  const verdict = judged.verdict(node);
  const weight = Number(relationOf(node).weight ?? 1);
  if (judged.gradual) return verdict !== null && verdict < weight;
  return weight > 0 && verdict === "out" && relationOf(node).from.every((premise) => judged.verdict(premise) === "in");
}
