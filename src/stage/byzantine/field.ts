/** Every lie that one traitor can tell, as a field of cells: those that were played are marked, and no others. */
import type { Outcome } from '../../view/byzantine-ask.ts';
import type { ByzantineSetup, Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { valueChip } from './shield.ts';
import type { ByzantineSaying } from './words.ts';

/** One behaviour: who lies, what the order is, and what the traitor says to each. */
export interface LieCell {
  readonly id: string;
  readonly setup: ByzantineSetup;
  readonly traitor: Pid;
  readonly order: Order;
  readonly says: readonly { readonly to: Pid; readonly value: Order | null }[];
}

/** What a cell shows of what came of it. */
export type CellState = 'untried' | 'held' | 'broke';

export interface FieldOptions {
  readonly words: ByzantineSaying;
  readonly width: number;
  readonly cells: readonly LieCell[];
  readonly values: readonly Order[];
  readonly nameOf: (pid: Pid) => string;
  /** What came of it; of those that were not played null, as long as nobody asks to see all. */
  readonly outcomeOf: (cell: LieCell) => Outcome | null;
  readonly played: ReadonlySet<string>;
  /** The one that the run on screen is. */
  readonly here: string | null;
}

const GAP = 3;
const ROW = 29;
const CELL = 24;
const BETWEEN = 22;
/** From the upper edge to the first row. */
const TOP = 30;

export const stateOf = (outcome: Outcome | null): CellState =>
  outcome === null ? 'untried' : outcome.ic1 && outcome.ic2 !== false ? 'held' : 'broke';

interface Block {
  readonly traitor: Pid;
  readonly rows: readonly (readonly LieCell[])[];
}

/** By traitor, and of each by order. */
const blocksOf = (cells: readonly LieCell[], values: readonly Order[]): readonly Block[] =>
  [...new Set(cells.map(({ traitor }) => traitor))].map((traitor) => ({
    traitor,
    rows: values.map((order) =>
      cells.filter((one) => one.traitor === traitor && one.order === order),
    ),
  }));

/** The field; where it is not as wide as its cells, blocks go on below. */
export function fieldDrawing(options: FieldOptions): Drawing {
  const { words, width, cells, values } = options;
  const blocks = blocksOf(cells, values);
  const shapes: Shape[] = [];
  const head = 76;
  const natural = blocks.map(({ rows }) => 9 * (rows[0]?.[0]?.says.length ?? 1) + 9);
  const least = blocks.reduce(
    (sum, { rows }, i) => sum + (rows[0]?.length ?? 0) * (natural[i] ?? 0),
    0,
  );
  // Where there is room, cells are wider.
  const grow = (width - head - (blocks.length - 1) * BETWEEN - 4) / Math.max(1, least);
  const each = (i: number): number => (natural[i] ?? 0) * Math.max(1, Math.min(1.25, grow));
  let [x, y] = [head, 0];
  // Where even one block is wider than the place, the whole is drawn smaller.
  let right = width;
  const rows = (top: number): void => {
    values.forEach((order, i) => {
      const middle = top + TOP + i * ROW + CELL / 2;
      shapes.push(
        text(head - 42, round(middle + 4.5), words.say('field.order'), {
          anchor: 'end',
          className: 's i2',
        }),
        valueChip(head - 24, middle, order, claimColour(i + 1)),
      );
    });
  };
  rows(0);
  const high = TOP + values.length * ROW + 24;
  blocks.forEach((block, i) => {
    const wide = (block.rows[0]?.length ?? 0) * each(i);
    if (x > head && x + wide > width) {
      [x, y] = [head, y + high];
      rows(y);
    }
    shapes.push(blockShape(block, x, y, each(i), options));
    right = Math.max(right, x + wide + 2);
    x += wide + BETWEEN;
  });
  return { shapes, width: right, height: y + high };
}

function blockShape(
  { traitor, rows }: Block,
  x: number,
  y: number,
  each: number,
  options: FieldOptions,
): Shape {
  const { words, nameOf } = options;
  const wide = (rows[0]?.length ?? 0) * each - GAP;
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  const listeners = rows[0]?.[0]?.says.map(({ to }) => nameOf(to)) ?? [];
  const lit = rows.some((row) => row.some(({ id }) => id === options.here));
  return group(
    [
      text(x, y + 14, words.say('field.lies', { name: nameOf(traitor) }), {
        className: lit ? 's b w-violation' : 's b',
      }),
      text(round(x + wide), y + 14, String(count), { anchor: 'end', className: 's i2' }),
      path(`M${round(x)} ${y + 21}h${round(wide)}`, { className: 'hair2' }),
      ...rows.flatMap((row, i) =>
        row.map((cell, j) => cellShape(cell, x + j * each, y + TOP + i * ROW, each - GAP, options)),
      ),
      text(
        round(x),
        y + TOP + rows.length * ROW + 10,
        words.say('field.tells', { names: listeners.join(' ') }),
        { className: 'xs i2' },
      ),
    ],
    { key: `block-${traitor}` },
  );
}

function cellShape(
  cell: LieCell,
  x: number,
  y: number,
  width: number,
  { words, nameOf, outcomeOf, played, here: present, cells }: FieldOptions,
): Shape {
  // To one of them the Tab key leads; from it the arrows lead to the others.
  const here = cells.some(({ id }) => id === present) ? present : null;
  const outcome = outcomeOf(cell);
  const state = stateOf(outcome);
  const tried = played.has(cell.id);
  const said = cell.says.map(({ value }) => value ?? '–').join('');
  const { say } = words;
  const told =
    outcome === null
      ? say('field.notTried')
      : state === 'held'
        ? say('field.cellHolds')
        : say('field.cellFails', { which: outcome.ic1 ? 'IC2' : 'IC1' });
  const colour = state === 'broke' ? 'var(--violation)' : 'var(--leading)';
  return group(
    [
      ...(here === cell.id
        ? [
            rect(round(x - 3), y - 3, round(width + 6), CELL + 6, {
              style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2 },
            }),
          ]
        : []),
      rect(round(x), y, round(width), CELL, {
        style:
          state === 'untried'
            ? {
                fill: 'var(--paper)',
                stroke: 'var(--ink-3)',
                strokeWidth: 1.2,
                strokeDasharray: '2 2',
              }
            : { fill: 'var(--paper)', stroke: colour, strokeWidth: 1.6 },
      }),
      ...(state === 'untried'
        ? []
        : [
            path(`M${round(x)} ${y + CELL - 1.5}h${round(width)}`, {
              style: {
                fill: 'none',
                stroke: colour,
                strokeWidth: 3,
                ...(state === 'broke' ? { strokeDasharray: '4 2' } : {}),
              },
            }),
          ]),
      text(round(x + width / 2), y + 16.5, said, {
        anchor: 'middle',
        className: tried ? 'xs b' : 'xs i2',
      }),
    ],
    {
      key: `cell-${cell.id}`,
      className: `lie-cell ${state}`,
      role: 'button',
      label: say('field.cell', {
        name: nameOf(cell.traitor),
        order: cell.order,
        values: cell.says.map(({ to, value }) => `${nameOf(to)} ${value ?? '–'}`).join(', '),
        outcome: told,
      }),
      action: { choice: cell.id },
      tabStop: (here ?? cells[0]?.id) === cell.id,
      selected: here === cell.id,
    },
  );
}
