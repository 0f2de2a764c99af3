/** From an ensemble in the CAP experiment to what the page draws. */
import { capDetail } from '../../protocols/cap/project.ts';
import type { ServerNow } from '../../protocols/cap/project.ts';
import type { CapDetail } from '../../view/cap.ts';
import { readsOnly, serves } from '../../zookeeper/quorum/place.ts';
import { clientIn, serverIn } from '../member.ts';
import type { MemberProcess } from '../member.ts';
import { registerIn, roleOf } from './model.ts';
import type { CapModel, CapWorld } from './model.ts';

function serverNow({ pid, s, liveness }: MemberProcess): ServerNow {
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
    heardAt: null,
  };
}

export function capOfEnsemble({ cap: config }: CapModel, world: CapWorld): CapDetail {
  const servers = world.processes.filter(({ pid }) => config.servers.includes(pid));
  const clients = world.processes.filter(({ pid }) => !config.servers.includes(pid));
  return capDetail(
    config,
    world.ghost.cap,
    servers.map(serverNow),
    clients.map(({ pid, s }) => ({ pid, state: clientIn(s)?.handle?.state ?? '' })),
  );
}
