/** E1: the kernel on the full protocol, against a hand-written loop with the same rules. */
import { inTurns, ratioOf } from './in-turns.ts';
import type { Row } from './row.ts';
import { median } from './row.ts';

export const name = 'E1 engine';

/** @throws Error when the contestants do not come to the same end */
export function run(): { rows: Row[] } {
  const results = inTurns(['handwritten', 'kernel', 'played']);
  const engine = ratioOf(results, 'kernel', 'handwritten');
  const page = ratioOf(results, 'played', 'handwritten');
  const rate = median((results.get('kernel') ?? []).map(({ events, cpu }) => events / cpu));
  const events = results.get('kernel')?.[0]?.events ?? 0;
  return {
    rows: [
      { name: 'events of the mix', value: events, unit: '' },
      { name: 'kernel, events', value: rate / 1e6, unit: 'M/s of CPU' },
      {
        name: 'kernel with history and invariants, of hand-written',
        value: 100 * engine,
        unit: '%',
        aim: '≥ 35',
        ok: engine >= 0.35,
      },
      { name: 'as played on the page, with facts, of hand-written', value: 100 * page, unit: '%' },
    ],
  };
}
