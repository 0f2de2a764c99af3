/** From a client to what the page draws of it. */
import { itemsOf } from '../kernel/long-list.ts';
import { sameZxid } from '../protocols/election/zxid.ts';
import type { AskedView, OutputLineView, ZooKeeperClientView } from '../view/zookeeper.ts';
import type { Pid } from '../view/time.ts';
import type { Asked, Client } from '../clients/client.ts';
import { machineAt } from '../clients/host-list.ts';
import { surroundings } from '../clients/feed.ts';
import type { OutputLine } from '../clients/program.ts';
import { serverOf } from './attached.ts';
import type { Attached } from './attached.ts';
import type { WorldConfig } from './config.ts';
import { clientIn } from './member.ts';
import type { MemberProcess } from './member.ts';
import { READS } from './quorum-shown.ts';
import type { Shown, StaleRead } from './quorum-shown.ts';

/** So much of a console travels with every frame. */
const MOST_LINES = 60;

/** A line of the console. */
export const lineView = (line: OutputLine): OutputLineView => ({ code: '', ...line });

/** The handle's state, and the console. */
export function clientView(
  config: WorldConfig,
  process: MemberProcess,
  servers: Attached,
  shown: Shown,
  now: number,
): ZooKeeperClientView {
  const s = clientIn(process.s);
  const { name, program } = config.clients.get(process.pid) ?? { name: '', program: null };
  const handle = s?.handle ?? null;
  return {
    pid: process.pid,
    name,
    state: handle?.state ?? 'NOT_CONNECTED',
    expired: handle?.expired ?? false,
    server: serverOf(servers, s),
    knows: s === null ? [] : knownTo(s),
    session: handle?.session ?? '0x0',
    timeout: handle?.timeout ?? 0,
    lastZxid: handle?.lastZxid ?? { epoch: 0, counter: 0 },
    asked: askedView(s?.asked ?? null, shown.stale.get(handle?.session ?? '')),
    pending: handle?.pending.length ?? 0,
    queued: handle?.outgoing.length ?? 0,
    watches: watchedPaths(s),
    program: program?.name ?? '',
    running: s === null ? [] : (program?.shown?.(s.program) ?? []),
    prompt: s === null ? '' : (program?.prompt?.(s.program, surroundings(s, now)) ?? ''),
    busy: s !== null && program?.busy?.(s.program) === true,
    ended: s?.wants === 'exit',
    lines: s?.outputCount ?? 0,
    output: s === null ? [] : itemsOf(s.output, s.output.longList - MOST_LINES).map(lineView),
  };
}

/** Of a name that stands for nobody's machine nothing is known. */
const knownTo = (s: Client): readonly Pid[] => [
  ...new Set(
    (s.handle?.servers ?? s.config.servers).flatMap(({ host }) => machineAt(s, host) ?? []),
  ),
];

function askedView(asked: Asked | null, stale: StaleRead | undefined): AskedView | null {
  if (asked === null) return null;
  const { op, path, at, result } = asked;
  if (result === null) return { op, path, at, answer: null };
  const isStale = stale !== undefined && sameZxid(stale.zxid, result.zxid) && READS.has(op);
  return { op, path, at, answer: { ...result, behind: isStale ? stale.behind : null } };
}

function watchedPaths(s: Client | null): number {
  const paths = new Set<string>();
  for (const table of Object.values(s?.handle?.watches ?? {})) {
    for (const path of table.keys()) paths.add(path);
  }
  return paths.size;
}
