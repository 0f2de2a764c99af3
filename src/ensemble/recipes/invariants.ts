/** What recipes promise, checked after every step: what is wrong is found where it is remembered. */
import type { Invariant } from '../../kernel/model.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Ghost } from '../ghost.ts';
import type { Member } from '../member.ts';
import type { WithRecipes } from './ghost.ts';

type RecipeInvariant = Invariant<Member, Disk, WithRecipes<Ghost>>;

const names = [
  'R-OneHolder',
  'R-ReadersWriters',
  'R-Permits',
  'R-Turn',
  'R-OneBeliever',
  'R-Fifo',
  'R-OneWoken',
  'R-NoSelfWait',
  'R-OwnKey',
  'R-Fresh',
  'R-LastValue',
  'R-NoLostWakeUp',
  'R-ItemOnce',
  'R-Unique',
  'R-BarrierEnter',
  'R-BarrierLeave',
  'R-Atomic',
  'R-Fenced',
] as const;

export const recipeInvariants: readonly RecipeInvariant[] = names.map((name) => ({
  name,
  check: ({ ghost }) =>
    ghost.recipes.wrong.find(({ invariant }) => invariant === name)?.text ?? null,
}));
