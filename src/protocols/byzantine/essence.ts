/** What of a general and of the history the next step and the invariants depend on: no counts for show, no steps. */
import type { Essence } from '../../kernel/model.ts';
import type { General, Signed } from './general.ts';
import type { Ghost } from './ghost.ts';

/** What came is a set: it counts whether something has come already. */
const asSet = (all: readonly Signed[]): readonly string[] =>
  all.map(({ value, chain }) => `${chain.join(' ')} ${value}`).toSorted();

export const byzantineEssence: Essence<General, null, Ghost> = {
  state: ({ config: _config, how: _how, signed, refused, known, hand, camp, ...rest }) => [
    rest,
    [asSet(signed), asSet(refused)],
    // By which chain of its round a value came first is settled by what came in it.
    known.map(({ value, chain }) => `${value} ${chain.length}`).toSorted(),
    [...hand].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    [camp.came.toSorted((a, b) => a - b), camp.attacks],
  ],
  ghost: ({ ghost: { levels, blamed } }) => [
    levels.map(({ sent, between }) => [sent, [...between].toSorted(([a], [b]) => a - b)]),
    [...blamed].toSorted((a, b) => a - b),
  ],
};
