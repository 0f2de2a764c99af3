/** From a world of servers and clients to what the page draws. */
import type { Pid } from '../view/time.ts';
import type {
  ZooKeeperClientView,
  ZooKeeperDetail,
  ZooKeeperServerView,
} from '../view/zookeeper.ts';
import type { Outside } from '../protocols/outside/outside.ts';
import { attached } from './attached.ts';
import { holdersOf } from './ask/asked.ts';
import type { Ghost } from './ghost.ts';
import { clientIn, outsideIn, serverIn } from './member.ts';
import type { MemberProcess, MemberWorld } from './member.ts';
import type { ZooKeeperModel } from './model.ts';
import { clientView } from './project-client.ts';
import { ensembleView } from './project-member.ts';
import { serverView } from './project-server.ts';
import { readsOnly } from '../zookeeper/quorum/place.ts';
import type { QuorumGhost } from './quorum-ghost.ts';
import { nothingShown } from './quorum-shown.ts';

type ZooKeeperWorld = MemberWorld<Ghost | QuorumGhost>;

/**
 * LOADING, STANDALONE or LOOKING, FOLLOWING, …; READ-ONLY of a member that looks for a leader and serves
 * reads meanwhile, as `srvr` calls its mode; CONNECTING, CONNECTED, CLOSED, EXPIRED, …
 */
export function stateWord(
  model: ZooKeeperModel,
  { pid, s, leaves, liveness }: MemberProcess,
): string {
  if (s === null) return liveness === 'off' ? 'OFF' : 'CRASHED';
  const client = clientIn(s);
  const outside = outsideIn(s);
  if (outside !== null) return outsideWord(outside);
  if (client === null) {
    const [leaf] = leaves;
    // Its process is there before its machine has taken the first step.
    if (leaf === undefined) return 'LOADING';
    const server = serverIn(s);
    if (server !== null && readsOnly(server)) return 'READ-ONLY';
    return server?.peer?.state ?? model.machines(pid)[0]?.table.states[leaf]?.path ?? '';
  }
  if (client.handle?.expired === true) return 'EXPIRED';
  return client.handle?.state ?? 'NOT_CONNECTED';
}

/** MASTER or REPLICA of a store of keys; of the others SERVING. */
const outsideWord = ({ data }: Outside): string =>
  data.kind === 'redis' ? data.role.toUpperCase() : 'SERVING';

/** Sessions whose client some server is connected to: in an ensemble another one than tracks them. */
const connectedSessions = ({ processes }: ZooKeeperWorld): ReadonlySet<string> =>
  new Set(
    processes.flatMap(({ s }) => serverIn(s)?.connections.map(({ session }) => session) ?? []),
  );

/** ZooKeeper's part of a frame. */
export function zookeeperDetail(model: ZooKeeperModel, world: ZooKeeperWorld): ZooKeeperDetail {
  const { config } = model;
  const [ensemble = null] = [...config.servers.values()].map((each) => each.ensemble);
  const clients = holdersOf(world);
  const attachments = attached(world);
  const connected = connectedSessions(world);
  const shown = 'shown' in world.ghost ? world.ghost.shown : nothingShown;
  const servers: ZooKeeperServerView[] = [];
  const views: ZooKeeperClientView[] = [];
  const spare: Pid[] = [];
  for (const process of world.processes) {
    const settings = config.servers.get(process.pid);
    if (config.outside.has(process.pid)) continue;
    if (process.liveness === 'off' && config.spare.has(process.pid)) spare.push(process.pid);
    else if (settings === undefined)
      views.push(clientView(config, process, attachments, shown, world.time));
    else servers.push(serverView(model, settings, process, clients, connected, world.ghost, shown));
  }
  return {
    ensemble: ensemble === null ? null : ensembleView(ensemble, world),
    servers,
    clients: views,
    spare,
    writes: world.ghost.writes,
    events: world.ghost.events,
  };
}
