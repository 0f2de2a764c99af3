/** Everything about one process, for the inspector. The words of a term stand in the page's words. */
import type { FactValue } from '../view/fact.ts';
import type { InspectSection } from '../view/inspect.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';
import { logLength } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { Outside } from '../protocols/outside/outside.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { inProcess } from '../zookeeper/server/server.ts';
import { ephemeralCount, znodeCount } from '../zookeeper/tree/data-tree.ts';
import { watchCount } from '../zookeeper/watches/watches.ts';
import type { Client } from '../clients/client.ts';
import { requestText } from '../protocols/outside/messages.ts';
import { tokenOrNone } from '../protocols/outside/token.ts';
import { attached, serverOf } from './attached.ts';
import type { Ghost } from './ghost.ts';
import { clientIn, outsideIn, serverIn } from './member.ts';
import type { MemberWorld } from './member.ts';

type Row = InspectSection['rows'][number];

const row = (term: string, value: FactValue): Row => ({ term, value });

function serverRows(s: Server): Row[] {
  return [
    row('processedZxid', zxidText(s.tree.lastZxid)),
    row('preparedZxid', zxidText(s.zxid)),
    row('nodeCount', znodeCount(s.tree)),
    row('ephemerals', ephemeralCount(s.tree)),
    row('watches', watchCount(s.watches)),
    row('connections', s.connections.length),
    row('sessions', s.sessions.length),
    row('outstanding', inProcess(s)),
    row('received', s.stats.received),
    row('sent', s.stats.sent),
  ];
}

const connectionRows = (s: Server): Row[] =>
  s.connections.map(({ peer, session, outstanding, last }) =>
    row(`client ${peer}`, `${session} ${last.op} ${outstanding}`),
  );

const diskRows = (disk: Disk): Row[] => [
  row('logFiles', disk.files.length),
  row('logLength', logLength(disk)),
  ...disk.snapshots.map(({ zxid }) => row('snapshot', zxidText(zxid))),
];

function clientRows({ handle, calls, fired, connection }: Client, server: Pid | null): Row[] {
  if (handle === null) return [row('handle', null)];
  return [
    row('session', handle.session),
    row('timeoutMs', handle.timeout),
    row('wishedMs', handle.wished),
    row('attachedTo', server === null ? null : `S${server}`),
    row('connection', connection === 0 ? null : connection),
    row('lastZxid', zxidText(handle.lastZxid)),
    row('pending', handle.pending.length),
    row('queued', handle.outgoing.length),
    row('calls', calls),
    row('watchersCalled', fired),
    ...handle.auth.map(({ scheme }) => row('identity', scheme)),
  ];
}

/** What it asks processes outside, and the calls that it answers itself. */
function serviceSections({ asks, provider }: Client): InspectSection[] {
  const rows = [
    ...(asks?.questions ?? []).map(({ to, request }) => row(`asks ${to}`, requestText(request))),
    ...(provider === undefined
      ? []
      : [row('answered', provider.answered), row('waitingCalls', provider.waiting.length)]),
  ];
  return rows.length === 0 ? [] : [{ name: 'service', rows }];
}

function watchRows({ handle }: Client): Row[] {
  if (handle === null) return [];
  return Object.entries(handle.watches).flatMap(([table, paths]) =>
    [...(paths as ReadonlyMap<string, readonly string[]>)].map(([path, watchers]) =>
      row(`${table} ${path}`, watchers.join(', ')),
    ),
  );
}

/** What a process outside ZooKeeper knows; its times in ms since the run began, by its own clock. */
function outsideSection({ data, config: { clock } }: Outside): InspectSection {
  const name = data.kind;
  switch (data.kind) {
    case 'storage':
      return {
        name,
        rows: [
          row('value', data.value),
          row('fencing', data.fencing),
          row('greatestToken', tokenOrNone(data.greatest)),
          row('refusedWrites', data.refused),
        ],
      };
    case 'table':
      return {
        name,
        rows: [
          ...data.rows.map(({ id, owner, term, beat }) =>
            row(`row ${id}`, `${owner} ${term} ${beat - clock}`),
          ),
          row('statements', data.statements),
          row('withoutRows', data.vain),
        ],
      };
    case 'redis':
      return {
        name,
        rows: [
          row('role', data.role),
          ...data.keys.map(({ key, value, expiresAt }) =>
            row(`key ${key}`, expiresAt === null ? value : `${value} ${expiresAt - clock}`),
          ),
          row('replicas', data.replicas.length),
          row('commands', data.commands),
          row('vainSets', data.vain),
        ],
      };
  }
}

/** A server that is down shows its disk alone. */
export function inspect(world: MemberWorld<Ghost>, pid: Pid): InspectSection[] {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) return [];
  const client = clientIn(process.s);
  if (client !== null) {
    return [
      { name: 'handle', rows: clientRows(client, serverOf(attached(world), client)) },
      { name: 'watches', rows: watchRows(client) },
      ...serviceSections(client),
    ];
  }
  const outside = outsideIn(process.s);
  if (outside !== null) return [outsideSection(outside)];
  const server = serverIn(process.s);
  const sections: InspectSection[] = [];
  if (server !== null) {
    sections.push({ name: 'server', rows: serverRows(server) });
    sections.push({ name: 'connections', rows: connectionRows(server) });
  }
  if (process.disk.snapshots.length > 0 || process.disk.files.length > 0) {
    sections.push({ name: 'disk', rows: diskRows(process.disk) });
  }
  return sections;
}
