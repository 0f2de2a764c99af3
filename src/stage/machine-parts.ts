import type { MachineTransitionView } from '../view/inspect.ts';
import { trimmed } from './geometry.ts';
import { group, rect, round, text } from './shape.ts';
import type { Shape } from './shape.ts';
import type { StageWords } from './words.ts';

/** `LOOKING` of `LOOKING.electing`. */
export const topLevel = (path: string): string => path.split('.')[0] ?? path;

/** `electing` of `LOOKING.electing`. */
export const lastPart = (path: string): string => path.split('.').at(-1) ?? path;

/** Colour of a state that has one of its own. */
const COLOURED = new Map([
  ['LOOKING', 'looking'],
  ['FOLLOWING', 'following'],
  ['LEADING', 'leading'],
  ['STANDALONE', 'leading'],
  ['OBSERVING', 'observing'],
]);

export const stateColour = (path: string): string | null =>
  COLOURED.get(topLevel(path).toUpperCase()) ?? null;

/** A state as a rounded box; the lit one has its state's colour and, when looking, its dashes. */
export const stateBox = (
  x: number,
  y: number,
  width: number,
  height: number,
  name: string,
  how: { readonly lit: boolean; readonly path: string },
): readonly Shape[] => {
  const colour = stateColour(how.path);
  const top = how.path === topLevel(how.path);
  const size = top ? 13 : 12;
  const stroke = how.lit ? (colour === null ? 'var(--ink)' : `var(--${colour})`) : 'var(--ink-3)';
  return [
    group(
      [
        rect(round(x), round(y), round(width), height, {
          rx: height / 2,
          style: {
            fill: 'var(--paper)',
            stroke,
            strokeWidth: how.lit ? 2.5 : 1,
            ...(how.lit && colour === 'looking' ? { strokeDasharray: '8 5' } : {}),
          },
        }),
        text(
          round(x + width / 2),
          round(y + height / 2 + size * 0.36),
          trimmed(name, width - 4, size),
          {
            anchor: 'middle',
            className: `${top ? 'word' : 'xs'} ${how.lit && colour !== null ? `w-${colour}` : how.lit ? 'b' : 'i2'}`,
            style: { fontWeight: how.lit ? 600 : 500 },
          },
        ),
      ],
      { key: how.path, className: how.lit ? 'state lit' : 'state', selected: how.lit },
    ),
  ];
};

/**
 * What leads along a transition: its event, or its guard when the event alone does not decide
 * between several transitions.
 */
export const edgeWord = (
  transition: MachineTransitionView,
  all: readonly MachineTransitionView[],
  words: StageWords,
): string => {
  const { guard, event } = transition;
  const rivals = all.some(
    (other) => other !== transition && other.event === event && other.from === transition.from,
  );
  if (guard !== null && (event === '' || rivals)) return words.machine.guard(guard);
  return words.machine.event(event);
};
