import type { Pid } from '../../view/time.ts';
import { boldWidth, textWidth } from '../geometry.ts';
import { group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { CHIP, chip, chipWidth, colourOf, padlock, twice } from './marks.ts';
import type { ClientView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

/** What only one at a time may believe to hold: everything but what is meant to be shared. */
export const isShared = (what: string): boolean => what === 'read' || what.startsWith('permit');

/** Who believes what only one may have; more than one is the bug. */
export const rivals = (clients: readonly ClientView[]): readonly ClientView[] => {
  const believers = clients.filter(({ believes }) => believes.length > 0);
  const alone = believers.some(({ believes }) => believes.some((what) => !isShared(what)));
  return alone && believers.length > 1 ? believers : [];
};

const GAP = 10;

/** Chips in a row from x on, no wider than this; what there is no room for is counted. */
function chips(
  clients: readonly ClientView[],
  x: number,
  room: number,
  filled: boolean,
  words: RecipesSaying,
): { readonly shapes: readonly Shape[]; readonly end: number } {
  const shapes: Shape[] = [];
  let end = x;
  for (const [i, { pid, name }] of clients.entries()) {
    const width = chipWidth(name);
    const rest = clients.length - i;
    const spare = rest > 1 ? 44 : 0;
    if (end + width + spare > x + room && i > 0) {
      shapes.push(text(end, 32, words.say('moreClients', { count: rest }), { className: 'm b' }));
      end += 40;
      break;
    }
    shapes.push(chip(end, 13, name, colourOf(pid), filled));
    end += width + GAP;
  }
  if (clients.length === 0) {
    shapes.push(text(x, 32, words.say('nobody'), { className: 'm i2' }));
    end = x + textWidth(words.say('nobody'), 15) + GAP;
  }
  return { shapes, end: end - GAP };
}

/** What the two rows say together. */
const verdict = (
  believers: readonly ClientView[],
  holders: readonly ClientView[],
  words: RecipesSaying,
): { readonly text: string; readonly wrong: boolean } | null => {
  const two = rivals(believers);
  if (two.length > 0) {
    return {
      text: words.say('verdict.two', { believe: two.length, hold: holders.length }),
      wrong: true,
    };
  }
  const has = (all: readonly ClientView[], pid: Pid): boolean => all.some((one) => one.pid === pid);
  const dead = holders.find(({ liveness }) => liveness === 'crashed');
  if (dead !== undefined) {
    return { text: words.say('verdict.dead', { name: dead.name }), wrong: false };
  }
  const late = holders.find(({ pid }) => !has(believers, pid));
  if (late !== undefined)
    return { text: words.say('verdict.late', { name: late.name }), wrong: false };
  const stale = believers.find(({ pid }) => !has(holders, pid));
  if (stale !== undefined && holders.length === 0) {
    return { text: words.say('verdict.stale', { name: stale.name }), wrong: true };
  }
  return null;
};

/** Who holds by what stands in the tree, who believes to, and what that comes to. */
export function factsRow(
  clients: readonly ClientView[],
  { width, narrow }: { readonly width: number; readonly narrow: boolean },
  words: RecipesSaying,
  taken = 0,
): Shape {
  const holders = clients.filter(({ holds }) => holds.length > 0);
  const believers = clients.filter(({ believes }) => believes.length > 0);
  const x = narrow ? 8 : 24;
  const first = words.say('holding');
  const second = words.say('believing');
  const shapes: Shape[] = [];
  const held = holders[0];
  const label = x + (narrow ? 0 : round(textWidth(first, 15) + 12));
  if (!narrow) shapes.push(text(x, 32, first, { className: 'm i2' }));
  shapes.push(
    padlock(
      label + 8,
      27,
      held === undefined ? 'var(--ink-3)' : colourOf(held.pid),
      held !== undefined,
    ),
  );
  const told = verdict(believers, holders, words);
  const share = (width - 2 * x) * (narrow ? 0.34 : 0.24);
  const fact = chips(holders, label + 26, share, true, words);
  const from = Math.max(fact.end + 24, narrow ? 0 : 226);
  const bubble = narrow ? 26 : round(textWidth(second, 15) + 12);
  if (narrow) shapes.push(padlock(from + 8, 27, 'var(--ink-3)', false));
  else shapes.push(text(from, 32, second, { className: 'm i2' }));
  const ends = told === null || narrow ? 0 : boldWidth(told.text, 15) + 20;
  const kept = narrow ? 108 : ends;
  const edge = width - x - taken;
  const belief = chips(believers, from + bubble, edge - kept - from - bubble, false, words);
  shapes.push(...fact.shapes, ...belief.shapes);
  if (rivals(clients).length > 0)
    shapes.push(twice(from + bubble - 1, belief.end + 1, 13 + CHIP.height + 5));
  if (told !== null && !narrow && belief.end + 12 + boldWidth(told.text, 15) < edge) {
    shapes.push(
      text(edge, 32, told.text, {
        anchor: 'end',
        className: told.wrong ? 'm b w-violation' : 'm i2',
      }),
    );
  }
  shapes.push(path(`M${x} 61.5H${width - x}`, { className: 'hair' }));
  return group(shapes, { key: 'facts' });
}
