/** What each store promises, whatever the network does; and which promises a person can make void. */
import type { Change, Invariant, WorldState } from '../../kernel/model.ts';
import type { CapCheck, CapStore } from '../../view/cap-setup.ts';
import type { CapConfig } from './config.ts';
import type { CapGhost, CapRequest, WithCap } from './ghost.ts';
import { judged } from './judged.ts';

/** `converged`: once nothing has been cut for a while. Random runs look at it in their end. */
const PROMISES: Readonly<Record<CapStore, readonly CapCheck[]>> = {
  zookeeper: ['writes', 'sequential', 'monotonic', 'converged'],
  'zookeeper-read-only': ['writes', 'sequential', 'monotonic', 'converged'],
  // A server that no quorum needed may stay behind: reads find the newest elsewhere.
  quorum: ['linearizable', 'writes', 'sequential', 'monotonic'],
  primary: ['writes', 'sequential', 'monotonic', 'converged'],
  'last-writer-wins': ['monotonic', 'converged'],
};

export const promisesOf = ({ store }: CapConfig): readonly CapCheck[] => PROMISES[store];

/** A store that loses no write that it has acknowledged. */
const keepsAll = ({ store }: CapConfig): boolean => store !== 'last-writer-wins';

/** A lost disk voids every promise, a primary made by hand its order, a clock set by hand that of stamps. */
export const isVoid = ({ store }: CapConfig, ghost: CapGhost): boolean =>
  ghost.diskLost ||
  (store === 'primary' && ghost.promoted) ||
  (store === 'last-writer-wins' && ghost.clockSet);

/**
 * A server without a leader may tell what it alone has on its disk. Where that is never committed, nothing is promised
 * of the read: a server that comes back with a snapshot has the new epoch's own zxid, which is greater than any that
 * the client has seen, so the client is let in and finds what was there before [Leader.startZkServer].
 */
export const isUnfounded = (
  { puts }: CapGhost,
  { kind, outcome, readOnly, value }: CapRequest,
): boolean =>
  kind !== 'write' && outcome === 'ok' && readOnly && value !== null && !puts.has(value);

function withoutUnfounded(ghost: CapGhost): CapGhost {
  const requests = ghost.requests.filter((each) => !isUnfounded(ghost, each));
  return requests.length === ghost.requests.length ? ghost : { ...ghost, requests };
}

const names = {
  linearizable: 'C-Linearizable',
  writes: 'C-Writes',
  sequential: 'C-Sequential',
  monotonic: 'C-Monotonic',
} as const;

type Judged = keyof typeof names;

const isJudged = (check: CapCheck): check is Judged => check !== 'converged';

/** In plain English: the requests by their numbers. */
const faultOf = (check: Judged, numbers: readonly number[]): string =>
  `requests ${numbers.join(', ')} have no order that is ${check}`;

export function capInvariants<S, D, G extends WithCap>(
  config: CapConfig,
): readonly Invariant<S, D, G>[] {
  const watched = ({ name }: Invariant<S, D, G>): boolean =>
    config.watch === null || config.watch.has(name);
  const of = (name: string, fault: (ghost: CapGhost) => string | null): Invariant<S, D, G> => ({
    name,
    check: ({ ghost: { cap } }: WorldState<S, D, G>, _change: Change<S, D>) =>
      isVoid(config, cap) ? null : fault(cap),
  });
  const judges = promisesOf(config)
    .filter(isJudged)
    .map((check) =>
      of(names[check], (ghost) => {
        if (judged(ghost, check).holds !== false) return null;
        const { holds, witness } = judged(withoutUnfounded(ghost), check);
        return holds === false ? faultOf(check, witness?.requests ?? []) : null;
      }),
    );
  const lost = of('C-NotLost', ({ lost: all }) => {
    const [first] = all;
    if (first === undefined) return null;
    const [value, { by }] = first;
    return `the acknowledged write of ${value} is nowhere any more; there is ${by ?? 'nothing'}`;
  });
  return [...judges, ...(keepsAll(config) ? [lost] : [])].filter(watched);
}
