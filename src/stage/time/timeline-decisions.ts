import type { Mark } from '../../view/frame.ts';
import { isDecision, isRefusal } from '../rules.ts';
import { path, round } from '../shape.ts';
import type { Shape } from '../shape.ts';

/** Signs closer than this would become one blot. */
const APART = 9;

interface Decisions {
  readonly signs: readonly Shape[];
  /** Where words belong: under the first refusal, under each value chosen. */
  readonly refused: number | null;
  readonly decided: readonly number[];
}

/** Crosses where something was refused, ticks where a value was chosen. */
export const decisionSigns = (
  marks: readonly Mark[],
  x: (position: number) => number,
): Decisions => {
  const signs: Shape[] = [];
  const decided: number[] = [];
  let refused: number | null = null;
  let last = -Infinity;
  for (const { kind, position } of marks) {
    const at = x(position);
    if (isDecision(kind)) {
      decided.push(at);
      signs.push(
        path(`M${round(at - 6)} 10l4 5l8 -10`, {
          key: `decided-${position}`,
          action: { position },
          style: { fill: 'none', stroke: 'var(--leading)', strokeWidth: 2.6 },
        }),
      );
    } else if (isRefusal(kind) && at - last >= APART) {
      last = at;
      refused ??= at;
      signs.push(
        path(`M${round(at - 4)} 6l8 8m0 -8l-8 8`, {
          key: `refused-${position}`,
          action: { position },
          style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2 },
        }),
      );
    }
  }
  return { signs, refused, decided };
};
