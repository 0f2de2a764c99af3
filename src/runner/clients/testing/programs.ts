/** Worlds of a server and clients with programs of their own. */
import { programs } from '../../../clients/programs.ts';
import type { Program } from '../../../clients/program.ts';
import type { Routine } from '../../../clients/routine.ts';
import { localsOf, routines } from '../../../clients/routines.ts';
import type { Routines } from '../../../clients/routines.ts';
import { zookeeper, zookeeperWith } from '../../../scenarios/zookeeper/adapter.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { Driver } from './driver.ts';

export const A = 101;
export const B = 102;
/** By then, in µs, all that was to be done is done; pings go on for ever. */
export const SOON = 3_000_000;

export const program = (...parts: readonly Routine[]): Program =>
  routines('test', ...parts) as Program;

/** A server with `/n`, `/locks`, and a client for each of these programs. */
export function world(...parts: readonly Program[]): Driver {
  const mine = Object.fromEntries(parts.map((each, i) => [`p${i}`, each]));
  const clients = parts.map((_, i) => ({ id: A + i, program: `p${i}` }));
  const driver = new Driver(
    {
      servers: [{ sid: 1 }],
      clients: [...clients, { id: 109, program: 'zkcli' }],
      tree: [{ path: '/n', data: '0' }, { path: '/locks' }],
    },
    {},
    zookeeperWith({ ...programs, ...mine }),
  );
  return driver;
}

export const ended = ({ run }: Driver, pid: number): boolean =>
  (run.world.process(pid).s as { program: Routines }).program.threads.every(
    ({ round }) => round === null,
  );

export const printed = (driver: Driver, pid: number): string[] =>
  driver.printed(pid).map(({ text }) => text);

export const views = ({ run }: Driver, pid: number) =>
  (zookeeper.detail(run.world) as ZooKeeperDetail).clients.find((each) => each.pid === pid)
    ?.running;

export const locals = <L>(driver: Driver, pid: number, index = 0): L =>
  localsOf(driver.client(pid).program as Routines, index);
