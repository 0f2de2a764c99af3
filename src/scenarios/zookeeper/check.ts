import { clientName } from '../../ensemble/name.ts';
import type { ProblemView } from '../../view/command.ts';
import type { ZooKeeperSetup } from '../../view/zookeeper-setup.ts';
import { pathProblem } from '../../zookeeper/records/paths.ts';
import { checkMembers } from '../setup-problems.ts';
import { programNames } from './program-names.ts';
import { problem } from '../problem.ts';
import { LIMITS } from '../../view/limits.ts';

/** Everything that a set-up of the right form can still have wrong. */
export const checkZooKeeperSetup = (setup: ZooKeeperSetup): readonly ProblemView[] => [
  ...checkServers(setup),
  ...checkLists(setup),
  ...checkGroups(setup),
  ...checkClients(setup),
  ...checkCfg(setup),
  ...treeProblems(setup.tree),
];

function checkServers({ servers, ensemble }: ZooKeeperSetup): readonly ProblemView[] {
  const path = ['setup', 'servers'];
  // Who stands alone votes alone.
  if (ensemble !== undefined || servers.length === 1) return checkMembers(servers);
  if (servers.length === 0) {
    return [problem('scenario-no-servers', path, 'Nobody serves. Add a server.')];
  }
  const text = `${servers.length} servers would be an ensemble; this set-up has one that stands alone. Remove the others.`;
  return [problem('scenario-one-server', path, text, { count: servers.length })];
}

/** A server's own file lists it, and nobody who is not there [QuorumPeerConfig.setupQuorumPeerConfig]. */
function checkLists({ servers }: ZooKeeperSetup): ProblemView[] {
  const known = servers.map(({ sid }) => sid).join(', ');
  return servers.flatMap(({ sid, lists = [sid] }, index) => {
    const path = ['setup', 'servers', index, 'lists'];
    const unknown = lists.findIndex((each) => servers.every((server) => server.sid !== each));
    if (unknown >= 0) {
      const stranger = lists[unknown] ?? 0;
      const text = `There is no server ${stranger}; there are ${known}. Name one of these, or add it to setup.servers.`;
      const data = { sid: stranger, known };
      return [problem('scenario-no-such-server', [...path, unknown], text, data)];
    }
    if (lists.includes(sid)) return [];
    const text = `The list of server ${sid} has not got server ${sid} itself. Add it.`;
    return [problem('scenario-list-without-itself', path, text, { sid })];
  });
}

/** Each voter is in one group, and weights are of voters [QuorumHierarchical]. */
function checkGroups({ servers, ensemble }: ZooKeeperSetup): ProblemView[] {
  const { groups, weights = {} } = ensemble ?? {};
  const voters = servers.filter(({ observer }) => observer !== true).map(({ sid }) => sid);
  const known = voters.join(', ');
  const path = ['setup', 'ensemble'];
  const problems: ProblemView[] = [];
  const weighed = Object.keys(weights).find((sid) => !voters.includes(Number(sid)));
  if (weighed !== undefined) {
    const text = `${weighed} has a weight, and is no voter; these are ${known}. Remove it.`;
    const place = [...path, 'weights', weighed];
    problems.push(problem('scenario-weight-of-nobody', place, text, { sid: weighed, known }));
  }
  if (groups === undefined) return problems;
  const grouped = groups.flat();
  const wrong =
    voters.find((sid) => grouped.filter((each) => each === sid).length !== 1) ??
    grouped.find((sid) => !voters.includes(sid));
  if (wrong !== undefined) {
    const text = `Each voter (${known}) must be in one group; ${wrong} is not so. Change the groups.`;
    problems.push(problem('scenario-groups', [...path, 'groups'], text, { sid: wrong, known }));
  }
  return problems;
}

function checkClients({ clients, servers }: ZooKeeperSetup): ProblemView[] {
  const path = ['setup', 'clients'];
  const problems: ProblemView[] = [];
  if (clients.length > LIMITS.clients) {
    const text = `${clients.length} clients are too many; at most ${LIMITS.clients} can be shown. Remove some.`;
    const data = { count: clients.length, most: LIMITS.clients };
    problems.push(problem('scenario-many-clients', path, text, data));
  }
  clients.forEach((client, index) => {
    const { id, program } = client;
    const name = clientName(client, index);
    const isTwice =
      clients.findIndex((other) => other.id === id) !== index ||
      servers.some(({ sid }) => sid === id);
    if (isTwice) {
      const text = `Client ${id} is there twice. Give one of them another id.`;
      problems.push(problem('scenario-sid-twice', [...path, index, 'id'], text, { sid: id }));
    } else if (clients.findIndex((other, at) => clientName(other, at) === name) !== index) {
      const text = `Two clients are called ${name}. Give one of them another name.`;
      problems.push(problem('scenario-name-twice', [...path, index, 'name'], text, { name }));
    }
    const unknown = client.servers?.findIndex((sid) => servers.every((each) => each.sid !== sid));
    if (unknown !== undefined && unknown >= 0) {
      const sid = client.servers?.[unknown] ?? 0;
      const known = servers.map((each) => each.sid).join(', ');
      const text = `There is no server ${sid}; there are ${known}. Name one of these, or add it to setup.servers.`;
      const place = [...path, index, 'servers', unknown];
      problems.push(problem('scenario-no-such-server', place, text, { sid, known }));
    }
    if (program !== undefined && !programNames.includes(program)) {
      const known = programNames.join(', ');
      const text = `There is no program "${program}"; there are ${known}. Name one of these.`;
      const place = [...path, index, 'program'];
      problems.push(problem('scenario-no-such-program', place, text, { name: program, known }));
    }
  });
  return problems;
}

/** What a real server refuses when it reads its file [QuorumPeerConfig.parseProperties]. */
function checkCfg({ cfg }: ZooKeeperSetup): ProblemView[] {
  const { minSessionTimeout: min = -1, maxSessionTimeout: max = -1, tickTime = 2000 } = cfg ?? {};
  const least = min === -1 ? 2 * tickTime : min;
  const most = max === -1 ? 20 * tickTime : max;
  if (least <= most) return [];
  const text = `minSessionTimeout (${least}) is larger than maxSessionTimeout (${most}). Make it ${most} or less.`;
  const path = ['setup', 'cfg', 'minSessionTimeout'];
  return [problem('scenario-session-bounds', path, text, { min: least, max: most })];
}

/** A lesson has many runs, which mostly share one tree: what is said of it is kept. */
const saidOf = new WeakMap<object, readonly ProblemView[]>();

function treeProblems(tree: ZooKeeperSetup['tree']): readonly ProblemView[] {
  if (tree === undefined) return [];
  const said = saidOf.get(tree) ?? checkTree(tree);
  saidOf.set(tree, said);
  return said;
}

/** Parents first, nothing twice, and none of the nodes that every server has. */
function checkTree(tree: NonNullable<ZooKeeperSetup['tree']>): ProblemView[] {
  const problems: ProblemView[] = [];
  const known = new Set(['', '/zookeeper', '/zookeeper/quota', '/zookeeper/config']);
  tree.forEach(({ path }, index) => {
    const place = ['setup', 'tree', index, 'path'];
    const reason = pathProblem(path);
    if (reason !== null) {
      const text = `This is no path: ${reason}. Change it.`;
      problems.push(problem('scenario-no-path', place, text, { path, reason }));
    } else if (known.has(path) || path === '/') {
      const text = `${path} is there already. Remove this one.`;
      problems.push(problem('scenario-node-twice', place, text, { path }));
    } else if (!known.has(path.slice(0, path.lastIndexOf('/')))) {
      const text = `${path} has no parent before it. Put its parent first.`;
      problems.push(problem('scenario-node-orphan', place, text, { path }));
    }
    known.add(path);
  });
  return problems;
}
