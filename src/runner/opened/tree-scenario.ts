/** A tree as the beginning of a run. */
import type { TreeScenario } from '../../view/opened-files.ts';
import type { ZooKeeperNodeSetup } from '../../view/zookeeper-setup.ts';
import { ownerKind } from '../../zookeeper/records/owner.ts';
import { pathProblem } from '../../zookeeper/records/paths.ts';
import { textOf, utf8Of } from '../../zookeeper/records/utf8.ts';
import { OPEN } from '../../zookeeper/tree/acl-cache.ts';
import { descendants } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { entries } from '../../zookeeper/tree/sorted-map.ts';
import { LIMITS } from '../../view/limits.ts';

/** The children of a node, the last one first. */
const below = (above: string, parent: DataNode): { path: string; node: DataNode }[] =>
  [...entries(parent.children)]
    .map(({ key, value }) => ({ path: `${above}/${key}`, node: value }))
    .toReversed();

/** `/zookeeper/quota` and `/zookeeper/config`, which every server makes. */
const OWN = 2;

/**
 * Persistent and container nodes with their data; stats, versions and zxids begin anew. What a scenario
 * cannot hold is counted.
 */
export function scenarioOf(tree: DataTree): TreeScenario {
  const nodes: ZooKeeperNodeSetup[] = [];
  const left = { ephemeral: 0, ttl: 0, acl: 0, binary: 0, path: 0, many: 0, system: 0 };

  const add = (path: string, node: DataNode): boolean => {
    if (nodes.length >= LIMITS.openedNodes) {
      left.many += 1 + descendants(node);
      return false;
    }
    const container = ownerKind(node.owner) === 'container';
    const text = node.data === null ? null : textOf(node.data);
    const binary = node.data !== null && utf8Of(text ?? '') !== node.data;
    if (binary) left.binary++;
    if (node.acl !== OPEN) left.acl++;
    nodes.push({
      path,
      ...(text === null || binary ? {} : { data: text }),
      ...(container ? { mode: 'container' } : {}),
    });
    return true;
  };
  // Those that are still to be looked at, the next one last: a tree may be thousands of levels deep.
  const open = below('', tree.root);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, node } = next;
    const kind = ownerKind(node.owner);
    if (path === '/zookeeper') left.system += Math.max(0, descendants(node) - OWN);
    else if (kind === 'session') left.ephemeral++;
    else if (kind === 'ttl') left.ttl += 1 + descendants(node);
    else if (path.length > LIMITS.treePath || pathProblem(path) !== null)
      left.path += 1 + descendants(node);
    else if (add(path, node)) for (const each of below(path, node)) open.push(each);
  }
  return {
    scenario: {
      format: 'zooscope-scenario',
      version: 2,
      model: 'zookeeper',
      seed: 1,
      setup: { servers: [{ sid: 1 }], clients: [{ id: 101 }, { id: 102 }], tree: nodes },
    },
    nodes: nodes.length,
    left,
  };
}
