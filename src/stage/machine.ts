import type { MachineView } from '../view/inspect.ts';
import { wrapped } from './caption.ts';
import { fullMachine } from './machine-full.ts';
import { trimmed } from './geometry.ts';
import { edgeWord, lastPart, stateBox, topLevel } from './machine-parts.ts';
import { path, round, text } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import type { StageWords } from './words.ts';

export interface MachineOptions {
  readonly words: StageWords;
  readonly width: number;
  /** Only the lit top-level state and what may come next. */
  readonly brief?: boolean;
}

/** States as boxes, compound states as frames; the lit one in its state's colour. */
export const machineDiagram = (view: MachineView, options: MachineOptions): Drawing =>
  options.brief === true ? briefMachine(view, options) : fullMachine(view, options);

const BOX = 25;
const STEP = 48;
/** What is written under a state. */
const WORD = { size: 12, line: 14 };

/** The lit state on the left, its successors on the right with what leads to them. */
function briefMachine(view: MachineView, options: MachineOptions): Drawing {
  const { width, words } = options;
  const current = topLevel(view.current);
  const inner = view.current === current ? null : lastPart(view.current);
  const next = new Map<string, string[]>();
  for (const transition of view.transitions) {
    const to = topLevel(transition.to);
    if (topLevel(transition.from) !== current || to === current) continue;
    const word = edgeWord(transition, view.transitions, words);
    const known = next.get(to);
    if (known === undefined) next.set(to, [word]);
    else if (!known.includes(word)) known.push(word);
  }
  const order = view.states.map((state) => state.path);
  const targets = [...next].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const half = round(Math.min(111, width * 0.42));
  let below = 2;
  // What leads to a state stands under it, in as many lines as it takes.
  const rows = targets.map(([target, reasons]) => {
    const lines = wrapped(reasons[0] ?? '', width - half - 8, WORD.size);
    const y = below;
    below += STEP + WORD.line * Math.max(0, lines.length - 1);
    return { target, reasons, lines, y };
  });
  const height = Math.max(BOX + (inner === null ? 8 : 26), below - 6);
  const middle = targets.length === 0 ? 16 : round((below - 18) / 2);
  const shapes: Shape[] = [
    ...stateBox(1, middle - BOX / 2, half, BOX, current, { lit: true, path: current }),
  ];
  if (inner !== null) {
    shapes.push(
      text(round(1 + half / 2), middle + BOX / 2 + 16, trimmed(inner, half, WORD.size), {
        anchor: 'middle',
        className: 'xs i2',
      }),
    );
  }
  const left = width - half - 1;
  for (const { target, reasons, lines, y } of rows) {
    const to = y + BOX / 2;
    const bend = round((left - half) / 2);
    shapes.push(
      path(
        `M${half + 4} ${middle}C${half + bend} ${middle} ${left - bend} ${to} ${left - 7} ${to}`,
        { className: 'hair2' },
      ),
      path(`M${left - 11} ${to - 3.5}l6 3.5l-6 3.5`, { className: 'hair2' }),
      ...stateBox(left, y, half, BOX, target, { lit: false, path: target }),
      ...lines.map((line, at) =>
        text(width - 1, y + BOX + 14 + at * WORD.line, line, {
          anchor: 'end',
          className: 'xs i2',
          ...(reasons.length > 1 ? { title: reasons.join(', ') } : {}),
        }),
      ),
    );
  }
  return { shapes, width, height: Math.max(height, middle + BOX / 2 + 8) };
}
