/** Queues for a lock, holds it, and lets it go, for tests: each waiter watches the one before it. */
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { create, exists, getChildren, remove } from '../api.ts';
import { AGAIN } from '../routine.ts';
import type { Routine } from '../routine.ts';
import { eventAt, firstOf, identity, out, step, work } from '../steps.ts';
import type { Steps } from '../steps.ts';

interface Waiter {
  own: string;
  before: string;
  left: number;
}

/** @param holds how long it keeps the lock, in µs */
export const lockWaiter = (parent: string, times: number, holds: number): Routine<Waiter> => ({
  name: 'lock',
  begins: { own: '', before: '', left: times },
  hears: ['session'],
  *round(me) {
    if (me.own === '') {
      if (me.left === times) yield* firstOf({ kind: 'session' });
      yield* step('queue');
      const mode = 'EPHEMERAL_SEQUENTIAL';
      me.own = yield* create('', { path: `${parent}/lock-`, data: null, acl: OPEN_ACL, mode });
      return AGAIN;
    }
    if (yield* isFirst(me)) {
      const { name, session } = yield* identity();
      yield* out(`${name} holds ${me.own} (${session})`);
      yield* step('hold');
      yield* work(holds);
      yield* remove('', me.own, -1);
      me.own = '';
      me.left -= 1;
      return me.left > 0 ? AGAIN : undefined;
    }
    yield* step('wait for the one before');
    if ((yield* exists('', me.before, me.before)) !== null) yield* eventAt(me.before);
    return AGAIN;

    function* isFirst(at: Waiter): Steps<boolean> {
      yield* step('look who is first');
      const names = (yield* getChildren('', parent)).children.toSorted();
      const place = names.indexOf(at.own.slice(parent.length + 1));
      at.before = place > 0 ? `${parent}/${names[place - 1] ?? ''}` : '';
      return place === 0;
    }
  },
});
