/** Counts in a node of the tree, for tests: reads, works, writes with the version it has read. */
import { utf8Of, textOf } from '../../zookeeper/records/utf8.ts';
import { getData, setData } from '../api.ts';
import { KeeperFailure } from '../api-failures.ts';
import { AGAIN } from '../routine.ts';
import type { Routine } from '../routine.ts';
import { handleState, random, sleep, step, work } from '../steps.ts';

const MS = 1000;

interface Counting {
  left: number;
  /** Writes that came too late. */
  late: number;
  value: number;
}

/** @param times how often it adds one */
export const counting = (path: string, times: number): Routine<Counting> => ({
  name: 'counting',
  begins: { left: times, late: 0, value: 0 },
  *round(me) {
    if (me.left === 0) return;
    if ((yield* handleState()) !== 'CONNECTED') {
      yield* step('wait for the session');
      yield* sleep(10 * MS);
      return AGAIN;
    }
    yield* step('read');
    const { data, stat } = yield* getData('', path);
    me.value = Number(data === null ? 0 : textOf(data));
    yield* step('add one');
    yield* work(5 * MS);
    yield* step('write');
    try {
      yield* setData('', path, utf8Of(String(me.value + 1)), stat.version);
      me.left -= 1;
    } catch (error) {
      if (!(error instanceof KeeperFailure) || error.code !== 'BadVersion') throw error;
      me.late += 1;
      yield* step('wait a while');
      yield* sleep(Math.floor((1 + 20 * (yield* random())) * MS));
    }
    return AGAIN;
  },
});
