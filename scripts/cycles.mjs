// Cycles in a directed graph.

/**
 * One shortest cycle for each group of nodes that reach each other.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]}
 */
export function cycles(graph) {
  /** @type {string[][]} */
  const found = [];
  /** @type {Set<string>} */
  const seen = new Set();
  for (const start of graph.keys()) {
    if (seen.has(start)) continue;
    const path = wayBack(graph, start);
    if (path === undefined) continue;
    for (const node of path) seen.add(node);
    found.push(path);
  }
  return found;
}

/**
 * The nodes of the shortest way from `start` to itself.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @param {string} start
 * @returns {string[] | undefined}
 */
function wayBack(graph, start) {
  /** @type {Map<string, string>} */
  const cameFrom = new Map();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const path = [node];
        for (let n = node; n !== start;) {
          n = cameFrom.get(n) ?? start;
          path.unshift(n);
        }
        return path;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}
