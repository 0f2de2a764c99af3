/** A server, clients that ask processes outside, and these: for tests. Every message takes 1 ms. */
import { itemsOf } from '../../kernel/long-list.ts';
import { World } from '../../kernel/world.ts';
import type { Program } from '../../clients/program.ts';
import type { OutsideSetup, OutsideView } from '../../view/outside.ts';
import type { Pid } from '../../view/time.ts';
import type { WorldClientSetup } from '../../view/zookeeper-setup.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Ghost } from '../ghost.ts';
import { clientIn } from '../member.ts';
import type { Member } from '../member.ts';
import { zookeeperModel } from '../model.ts';
import type { ZooKeeperModel } from '../model.ts';
import { outsideViews } from '../project-outside.ts';
import { asker } from './asker.ts';
import type { Errand } from './asker.ts';

const MS = 1000;

export interface OutsideWorld {
  readonly world: World<Member, Disk, Ghost>;
  readonly model: ZooKeeperModel;
  /** Plays up to this virtual time, ms. */
  readonly until: (ms: number) => void;
  /** What a client's program has printed. */
  readonly printed: (pid: Pid) => readonly string[];
  /** @throws TypeError when there is no such process */
  readonly seen: <K extends OutsideView['kind']>(
    name: string,
    kind: K,
  ) => OutsideView & { readonly kind: K };
}

/**
 * @param errands of the clients 101, 102, …
 * @param more other clients, from 151 on
 */
export function outsideWorld(
  outside: readonly OutsideSetup[],
  errands: readonly (readonly Errand[])[],
  more: readonly WorldClientSetup[] = [],
): OutsideWorld {
  const programs = new Map<string, Program>(
    errands.map((each, index) => [`asker-${index}`, asker(`asker-${index}`, each)]),
  );
  programs.set('nothing', asker('nothing', []));
  const askers = errands.map((_, index) => ({
    id: 101 + index,
    name: `C${index + 1}`,
    program: `asker-${index}`,
    connects: false,
  }));
  const model = zookeeperModel(
    { servers: [{ sid: 1 }], clients: [...askers, ...more], outside },
    {
      latency: { kind: 'fixed', us: MS },
      diskLatency: { kind: 'fixed', us: 2 * MS },
    },
    Object.fromEntries(programs),
  );
  const world = new World(model, 1);
  world.intervene({ kind: 'start', pids: outside.map(({ id }) => id) });
  if (more.length > 0) world.intervene({ kind: 'start', pids: more.map(({ id }) => id) });
  while (world.advance(10 * MS));
  world.intervene({ kind: 'start', pids: askers.map(({ id }) => id) }, 10 * MS);
  return {
    world,
    model,
    until: (ms) => {
      while (world.advance(ms * MS));
    },
    printed: (pid) => {
      const client = clientIn(world.process(pid).s);
      return client === null ? [] : itemsOf(client.output).map(({ text }) => text.trimEnd());
    },
    seen: (name, kind) => {
      const found = outsideViews(model.config, world).find((each) => each.name === name);
      if (found?.kind !== kind) throw new TypeError(`no ${kind} ${name}`);
      return found as OutsideView & { readonly kind: typeof kind };
    },
  };
}
