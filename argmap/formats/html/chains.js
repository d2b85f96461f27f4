// Chains between two claims: the shortest first, never through a claim or relation twice.
// Best first over partial chains, with the distance to the far end as the estimate.

const MOST_CHAINS = 20;
const MOST_WORK = 400_000; // steps, after which the search is given up

// How many steps it is from each node to a claim.
function distancesTo(end) {
  const distance = new Map([[end, 0]]);
  const queue = [end];
  for (const node of queue) {
    for (const before of backward(node)) {
      if (!distance.has(before)) {
        distance.set(before, distance.get(node) + 1);
        queue.push(before);
      }
    }
  }
  return distance;
}

class Heap {
  items = [];

  constructor(isBefore) {
    this.isBefore = isBefore;
  }

  push(item) {
    const { items } = this;
    let at = items.push(item) - 1;
    for (let up; at > 0 && this.isBefore(item, items[(up = (at - 1) >> 1)]); at = up) items[at] = items[up];
    items[at] = item;
  }

  pop() {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (items.length) this.sink(last);
    return first;
  }

  sink(item) {
    const { items } = this;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down + 1 < items.length && this.isBefore(items[down + 1], items[down])) down += 1;
      if (down >= items.length || !this.isBefore(items[down], item)) break;
      items[at] = items[down];
      at = down;
    }
    items[at] = item;
  }
}

// Of equal totals the longest goes first, so that one chain is finished before others are begun.
function goesFirst(one, other) {
  return one.total - other.total || other.length - one.length || one.order - other.order;
}

function passed(partial) {
  const path = [];
  for (let step = partial; step; step = step.before) path.push(step.node);
  return path;
}

// Returns { chains, isAll }: at most MOST_CHAINS of them, and whether there are no others.
function chainsBetween(start, end) {
  const distance = distancesTo(end);
  const chains = [];
  if (start === end || !distance.has(start)) return { chains, isAll: true };
  const heap = new Heap((one, other) => goesFirst(one, other) < 0);
  let work = 0;
  let order = 0;
  heap.push({ node: start, before: null, length: 0, total: distance.get(start), nearest: distance.get(start), order });
  while (heap.items.length) {
    const partial = heap.pop();
    if (partial.node === end) {
      if (chains.length === MOST_CHAINS) return { chains, isAll: false };
      chains.push(passed(partial).reverse());
      continue;
    }
    let used = null;
    for (const node of onward(partial.node)) {
      const left = distance.get(node);
      if (left === undefined) continue;
      // What is nearer to the end than all before it cannot have been passed.
      if (left >= partial.nearest) {
        if (!used) {
          used = new Set(passed(partial));
          work += partial.length;
        }
        if (used.has(node)) continue;
      }
      work += 1;
      order += 1;
      const length = partial.length + 1;
      heap.push({ node, before: partial, length, total: length + left, nearest: Math.min(left, partial.nearest), order });
    }
    if (work > MOST_WORK) return { chains, isAll: false };
  }
  return { chains, isAll: true };
}

// No chain by way of a question is for or against anything.
function effectOf(chain) {
  const kinds = chain.filter((node) => !isClaim(node)).map((node) => relationOf(node).kind);
  if (chain.some(isQuestion)) {
    const isSame = kinds.slice(0, -1).every((kind) => kind === "restates");
    const isDirect = kinds.at(-1) === "answers" && !chain.slice(0, -1).some(isQuestion);
    return { effect: isDirect && isSame ? "answers" : "leads to", attacks: kinds.filter((kind) => AGAINST.has(kind)).length };
  }
  if (kinds.every((kind) => kind === "restates")) return { effect: "restates", attacks: 0 };
  const attacks = kinds.filter((kind) => AGAINST.has(kind)).length;
  if (attacks % 2) return { effect: "attacks", attacks };
  return { effect: attacks ? "defends" : "supports", attacks };
}
