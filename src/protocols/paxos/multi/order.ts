/** What must hold of several slots together, and what they have to do with the order of commands. */
import type { Change, Invariant, WorldState } from '../../../kernel/model.ts';
import type { Value } from '../rules.ts';
import { applied } from './replica.ts';
import type { Given, Replica } from './replica.ts';
import type { LogDisk } from './slots.ts';
import { keepsPrimaryOrder } from './slots.ts';

/** For each leadership (replica and ballot): what it was given, and what of that it has proposed. */
export interface MultiGhost {
  readonly given: ReadonlyMap<string, readonly Value[]>;
  readonly proposed: ReadonlyMap<string, readonly Value[]>;
}

export const noMultiGhost: MultiGhost = { given: new Map(), proposed: new Map() };

type MultiWorld = WorldState<Replica, LogDisk, MultiGhost>;
type MultiChange = Change<Replica, LogDisk>;
type MultiInvariant = Invariant<Replica, LogDisk, MultiGhost>;

export function rememberMulti(
  ghost: MultiGhost,
  _world: MultiWorld,
  { did, before, after }: MultiChange,
): MultiGhost {
  const leading = after?.leading ?? null;
  if (after === null || leading === null || leading === before?.leading) return ghost;
  const { ballot, open } = leading;
  const key = `${after.pid}/${ballot}`;
  const earlier = ghost.given.get(key) ?? [];
  const given = [...earlier, ...(did as readonly Given[]).map(({ value }) => value)];
  const known = ghost.proposed.get(key) ?? [];
  // What it recovered was given to others.
  const added = open.map(({ value }) => value).filter((value) => isNew(value, given, known));
  const proposed = added.length === 0 ? known : [...known, ...added];
  return {
    given: new Map(ghost.given).set(key, given),
    proposed: new Map(ghost.proposed).set(key, proposed),
  };
}

const isNew = (value: Value, given: readonly Value[], known: readonly Value[]): boolean =>
  given.includes(value) && !known.includes(value);

/** What two replicas have applied never differs, as far as both have got. */
const agreement: MultiInvariant = {
  name: 'M-Agreement',
  check: (world, { after, before }) => {
    if (after === null || after.chosen === before?.chosen) return null;
    const mine = applied(after);
    for (const { s } of world.processes) {
      const at =
        s === null ? -1 : applied(s).findIndex((value, i) => i < mine.length && mine[i] !== value);
      if (s !== null && at !== -1) return `R${after.pid} and R${s.pid} differ in entry ${at + 1}`;
    }
    return null;
  },
};

/**
 * Commands that one leader was given, one after the other, are applied in this order, as far as they
 * are applied: a client that talks to one leader is served first in, first out.
 */
const fifo: MultiInvariant = {
  name: 'M-FIFO',
  check: ({ ghost }, { after, before }) => {
    if (after === null || after.chosen === before?.chosen) return null;
    const mine = applied(after);
    for (const given of ghost.given.values()) {
      const places = given.map((value) => mine.indexOf(value));
      const order = places.filter((place) => place !== -1);
      const wrong = order.findIndex((place, at) => at > 0 && place < (order[at - 1] ?? 0));
      if (wrong === -1) continue;
      const [early, late] = [mine[order[wrong] ?? 0], mine[order[wrong - 1] ?? 0]];
      return `R${after.pid} has applied ${early} before ${late}, which was given to its leader first`;
    }
    return null;
  },
};

/** … and nothing is applied before what the same leader had proposed earlier [specification 1.11]. */
const primaryOrder: MultiInvariant = {
  name: 'M-PrimaryOrder',
  check: ({ ghost }, { after, before }) => {
    if (after === null || after.chosen === before?.chosen) return null;
    const mine = applied(after);
    for (const proposed of ghost.proposed.values()) {
      if (keepsPrimaryOrder(mine, [proposed])) continue;
      return `R${after.pid} has applied ${mine.join(', ')}; one leader had proposed ${proposed.join(', ')}`;
    }
    return null;
  },
};

/** @param primary whether the order of primaries is looked at too, which slots alone do not keep */
export const invariantsOf = (primary: boolean): readonly MultiInvariant[] =>
  primary ? [agreement, fifo, primaryOrder] : [agreement, fifo];
