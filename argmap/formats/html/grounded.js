// The grounded labelling of the numbered framework that the page carries: what each node means,
// Python has decided; here statuses are propagated, as argmap/analysis/solving does it. Each
// decision is propagated once. A claim keeps the step by which it was last found to be derivable;
// when that step falls, the claims that rest on it are examined again, and no others.

const [OPEN, IN, OUT, UNDECIDED] = [0, 1, 2, 3];

class Framework {
  constructor({ alone, steps, questions }) {
    const size = alone.length + steps.length;
    const lists = () => Array.from({ length: size }, () => []);
    Object.assign(this, { alone, claims: alone.length, size, questions, relations: steps.map(([relation]) => relation) });
    [this.below, this.above, this.attackers, this.strikes] = [lists(), lists(), lists(), new Uint8Array(size)];
    steps.forEach(([, strikes, below, above], number) => {
      const step = this.claims + number;
      this.strikes[step] = strikes;
      [this.below[step], this.above[step]] = [below, above];
      below.forEach((premise) => this.above[premise].push(step));
      above.forEach((target) => (strikes ? this.attackers : this.below)[target].push(step));
    });
  }

  // The nodes of a claim, or of a relation by its number in the page: two where it holds both ways.
  nodesOf(number) {
    if (number < this.claims) return [number];
    return this.relations.flatMap((relation, step) => (relation === number ? [this.claims + step] : []));
  }
}

class Labelling {
  constructor(framework, assumed, rejected) {
    const { size, claims } = framework;
    const nodes = (numbers) => new Set(numbers.flatMap((number) => framework.nodesOf(number)));
    const given = nodes(assumed);
    Object.assign(this, { framework, given, rejected: nodes(rejected), decided: [] });
    this.status = new Uint8Array(size);
    this.openAttackers = new Int32Array(size); // attackers of a node that are not out
    this.missing = new Int32Array(size); // premises of a step that are not in; 1 for a claim nothing derives yet
    this.openSupports = new Int32Array(claims); // ways in which a claim may still be derived
    this.source = new Int32Array(claims).fill(-1); // the step by which a claim is derivable
    this.lost = []; // claims whose source is out
  }

  // A claim that is assumed is in; a step that is assumed still needs its premises, but nothing undercuts it.
  isShielded(node) {
    return node >= this.framework.claims && this.given.has(node);
  }

  settle() {
    const { size, claims, alone } = this.framework;
    for (let node = 0; node < size; node += 1) this.begin(node);
    for (let node = 0; node < size; node += 1) if (this.status[node] !== OPEN) this.decided.push(node);
    for (let claim = 0; claim < claims; claim += 1) if (!alone[claim]) this.lost.push(claim);
    while (this.decided.length || this.lost.length) {
      if (this.decided.length) this.propagate(this.decided.pop());
      else this.underivable(this.lost.splice(0)).forEach((claim) => this.decide(claim, OUT));
    }
    return this.status.map((status) => status || UNDECIDED);
  }

  decide(node, status) {
    if (this.status[node] !== OPEN) return;
    this.status[node] = status;
    this.decided.push(node);
  }

  // Counts the inputs of a node, and gives it the status that follows before anything is propagated.
  begin(node) {
    const { below, attackers, alone, claims } = this.framework;
    const isClaim = node < claims;
    this.openAttackers[node] = this.isShielded(node) ? 0 : attackers[node].length;
    this.missing[node] = isClaim ? Number(!alone[node]) : below[node].length;
    if (isClaim) this.openSupports[node] = below[node].length + alone[node];
    if (this.rejected.has(node)) this.status[node] = OUT;
    else if (isClaim && this.given.has(node)) this.status[node] = IN;
    else if (isClaim && !this.openSupports[node]) this.status[node] = OUT;
    else if (!this.openAttackers[node] && !this.missing[node]) this.status[node] = IN;
  }

  propagate(node) {
    const { above, strikes, claims } = this.framework;
    const isIn = this.status[node] === IN;
    for (const target of above[node]) {
      if (strikes[node]) this.strike(target, isIn);
      else if (node >= claims) this.derive(target, node, isIn);
      else if (isIn) this.supply(target, this.missing[target] - 1);
      else this.decide(target, OUT);
    }
  }

  strike(target, isIn) {
    if (this.isShielded(target)) return;
    if (isIn) this.decide(target, OUT);
    else {
      this.openAttackers[target] -= 1;
      this.supply(target, this.missing[target]);
    }
  }

  derive(claim, step, isIn) {
    if (isIn) return this.supply(claim, 0);
    this.openSupports[claim] -= 1;
    if (this.source[claim] === step) this.lost.push(claim);
    if (!this.openSupports[claim]) this.decide(claim, OUT);
    return undefined;
  }

  supply(node, missing) {
    this.missing[node] = missing;
    if (!missing && !this.openAttackers[node]) this.decide(node, IN);
  }

  // Of claims whose source is out, and those derived from them, those that nothing derives any more.
  underivable(lost) {
    const { below, above } = this.framework;
    const doubtful = this.derivedFrom(lost);
    const waiting = new Map(); // for each step, the premises in doubt
    for (const claim of doubtful) {
      for (const step of below[claim]) {
        if (this.status[step] !== OUT) waiting.set(step, below[step].filter((premise) => doubtful.has(premise)).length);
      }
    }
    const reached = [...waiting.keys()].filter((step) => !waiting.get(step));
    while (reached.length) {
      const step = reached.pop();
      const [claim] = above[step];
      if (!doubtful.delete(claim)) continue;
      this.source[claim] = step;
      for (const use of above[claim].filter((each) => waiting.has(each))) {
        waiting.set(use, waiting.get(use) - 1);
        if (!waiting.get(use)) reached.push(use);
      }
    }
    return doubtful;
  }

  derivedFrom(lost) {
    const { above, strikes, alone } = this.framework;
    const found = new Set();
    const pending = [...lost];
    while (pending.length) {
      const claim = pending.pop();
      if (found.has(claim) || alone[claim] || this.status[claim] !== OPEN) continue;
      found.add(claim);
      this.source[claim] = -1;
      for (const step of above[claim]) {
        if (!strikes[step]) pending.push(...above[step].filter((target) => this.source[target] === step));
      }
    }
    return found;
  }
}

const WORDS = { [IN]: "in", [OUT]: "out", [UNDECIDED]: "undecided" };

// The status of each claim and relation, by its number in the page, under what is assumed and rejected.
// Of the two steps of a contradiction, the one from premise to target speaks for it. A question has none.
function groundedStatuses(framework, assumed, rejected) {
  const labels = new Labelling(framework, assumed, rejected).settle();
  const found = new Map();
  labels.slice(0, framework.claims).forEach((label, claim) => found.set(claim, WORDS[label]));
  framework.relations.forEach((relation, step) => {
    if (relation >= 0 && !found.has(relation)) found.set(relation, WORDS[labels[framework.claims + step]]);
  });
  framework.questions.forEach((question) => found.delete(question));
  return found;
}
