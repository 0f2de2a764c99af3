/** From an ensemble in the CAP experiment to what the page draws. */
import { capDetail } from '../../protocols/cap/project.ts';
import type { ServerNow } from '../../protocols/cap/project.ts';
import { readTimeout } from '../../protocols/election/learner.ts';
import type { CapDetail } from '../../view/cap.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { readsOnly, serves } from '../../zookeeper/quorum/place.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { clientIn, serverIn } from '../member.ts';
import type { MemberProcess } from '../member.ts';
import { registerIn, roleOf } from './model.ts';
import type { CapModel, CapWorld } from './model.ts';

/** When a follower's patience with its leader ends; null: it has none. */
type Patience = (pid: Pid) => Micros | null;

/** Each word of its leader gives a follower its whole patience back. */
function heardAt({ pid }: MemberProcess, { peer }: Server, patience: Patience): Micros | null {
  const ends = patience(pid);
  return peer === null || ends === null ? null : ends - readTimeout(peer);
}

function serverNow(process: MemberProcess, patience: Patience): ServerNow {
  const { pid, s, liveness } = process;
  const server = serverIn(s);
  if (server === null)
    return { pid, role: '', leads: false, value: null, serves: 'none', heardAt: null };
  const role = roleOf(server);
  const serving = liveness === 'up' && serves(server);
  return {
    pid,
    role,
    leads: role === 'LEADING',
    value: registerIn(server),
    serves: serving ? (readsOnly(server) ? 'reads' : 'all') : 'none',
    heardAt: role === 'FOLLOWING' ? heardAt(process, server, patience) : null,
  };
}

export function capOfEnsemble(
  { cap: config }: CapModel,
  world: CapWorld,
  patience: Patience,
): CapDetail {
  const servers = world.processes.filter(({ pid }) => config.servers.includes(pid));
  const clients = world.processes.filter(({ pid }) => !config.servers.includes(pid));
  return capDetail(
    config,
    world.ghost.cap,
    servers.map((each) => serverNow(each, patience)),
    clients.map(({ pid, s }) => ({ pid, state: clientIn(s)?.handle?.state ?? '' })),
  );
}
