import type { ByzantineDetail, GeneralView } from '../../view/byzantine.ts';
import type { Frame } from '../../view/frame.ts';
import type { Drawing } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { fieldDrawing } from './field.ts';
import type { LieCell } from './field.ts';
import { decided, fourGenerals, says, sevenGenerals } from './fixtures.ts';
import { generalsLayout } from './layout.ts';
import type { GeneralsCast } from './layout.ts';
import { panelDrawing } from './panel.ts';
import { byzantinePicture } from './picture.ts';
import { inWords } from './said.ts';
import { seenBy } from './seen.ts';
import { byzantineStage } from './stage.ts';
import type { ByzantineStageOptions } from './stage.ts';
import { inOrder, lookedAt } from './who.ts';
import { byzantineWords } from './words.ts';
import { worldsDrawing } from './worlds.ts';
import type { World } from './worlds.ts';

const words = inEnglish(byzantineWords);

const stage = (
  seen: Frame<ByzantineDetail>,
  width: number,
  height: number,
  more: Partial<ByzantineStageOptions> = {},
  hands: GeneralsCast['hands'] = [],
): Drawing => {
  const frame = inWords(seen, words.say);
  const layout = generalsLayout(
    { pids: inOrder(frame.detail).map(({ pid }) => pid), hands },
    { width, height },
  );
  const shapes = byzantineStage(frame, layout, frame.time, { words, ...more });
  return { shapes, width, height };
};

const panel = ({ detail }: Frame<ByzantineDetail>, open = '', alone = false): Drawing => {
  const general = lookedAt(detail, null);
  if (general === null) throw new RangeError('nobody to look at');
  return panelDrawing(detail, general, { words, width: 340, height: 476, open, veil: [], alone });
};

const ten = (): Frame<ByzantineDetail> =>
  decided({
    generals: 10,
    rounds: 3,
    traitors: [1, 5, 9],
    says: (path, to) => (path.some((pid) => [1, 5, 9].includes(pid)) && to % 2 === 0 ? 'R' : 'A'),
  });

/** Three in two worlds: C tells L1 A and L2 R, or L2 says so of C. */
const three = (traitor: 1 | 3): World => ({
  traitor,
  order: 'A',
  messages: [
    { path: [1], to: 2, value: 'A', lie: false },
    { path: [1], to: 3, value: traitor === 1 ? 'R' : 'A', lie: traitor === 1 },
    { path: [1, 3], to: 2, value: 'R', lie: traitor === 3 },
    { path: [1, 2], to: 3, value: 'A', lie: false },
  ],
});

const names = (pid: number): string => (pid === 1 ? 'C' : `L${pid - 1}`);

const worlds = (width: number, height: number): Drawing =>
  worldsDrawing([three(1), three(3)], {
    words,
    width,
    height,
    values: ['A', 'R'],
    commander: 1,
    self: 2,
    other: 3,
    nameOf: names,
  });

/** Every lie among four. */
const forty = (): readonly LieCell[] =>
  [1, 2, 3, 4].flatMap((traitor) =>
    ['A', 'R'].flatMap((order) => {
      const others = [2, 3, 4].filter((pid) => pid !== traitor);
      return Array.from({ length: 2 ** others.length }, (_, i): LieCell => ({
        id: `${traitor} ${order} ${i}`,
        setup: { generals: 4 },
        traitor,
        order,
        says: others.map((to, j) => ({
          to,
          value: (i >> (others.length - 1 - j)) % 2 === 0 ? 'A' : 'R',
        })),
      }));
    }),
  );

const field = (width: number): Drawing =>
  fieldDrawing({
    words,
    width,
    cells: forty(),
    values: ['A', 'R'],
    nameOf: names,
    outcomeOf: ({ traitor, order, id }) =>
      traitor === 4 && order === 'A' && !id.endsWith('2')
        ? { messages: [], total: 9, decisions: [], ic1: true, ic2: !id.endsWith('1') }
        : null,
    played: new Set(['4 A 0', '4 A 1', '4 A 3']),
    here: '4 A 3',
  });

/** L1 of three has two values that C has signed, and refused a forgery. */
const treason = (): Frame<ByzantineDetail> => {
  const frame = decided({
    generals: 3,
    rounds: 1,
    traitors: [1],
    signed: true,
    says: () => 'A',
    messages: [
      { ...says(1, [1], 2, 'A', 0.4), shape: 'signed', label: 'A:C' },
      { ...says(2, [1, 3], 2, 'R', 0.5), shape: 'signed', label: 'R:C:L2' },
      { ...says(3, [1, 2], 3, 'A', 0.6), shape: 'forged', label: 'A:C:L1' },
    ],
  });
  const generals = frame.detail.generals.map((one): GeneralView =>
    one.pid === 2
      ? {
          ...one,
          decided: 'R',
          how: 'several',
          signed: [
            { value: 'A', chain: [1] },
            { value: 'R', chain: [1, 3] },
          ],
          refused: [{ value: 'A', chain: [1, 3], from: 3, why: 'forged' }],
          proof: true,
        }
      : one,
  );
  return { ...frame, detail: { ...frame.detail, generals } };
};

/** The second confirmation is lost. */
const two = (): Frame<ByzantineDetail> => {
  const frame = decided({ generals: 2, rounds: 0, traitors: [], says: () => 'A' });
  return {
    ...frame,
    messages: [{ ...says(1, [1], 2, 'A', 0.5), kind: 'plan' }],
    detail: {
      ...frame.detail,
      generals: frame.detail.generals.map((one, i) => ({ ...one, name: `G${i + 1}` })),
      two: {
        sent: 3,
        arrived: 2,
        lost: 1,
        chain: (['arrived', 'arrived', 'lost', 'never'] as const).map((state, i) => ({
          number: i + 1,
          from: (i % 2) + 1,
          to: 2 - (i % 2),
          state,
        })),
        dawn: 100_000,
        knows: [
          { pid: 1, depth: 2, came: 1, needs: 1, attacks: true },
          { pid: 2, depth: 1, came: 1, needs: 2, attacks: false },
        ],
        outcome: 'alone',
      },
    },
  };
};

/** Every drawing of the generals with several fixtures. */
export const byzantineDrawings: readonly {
  readonly name: string;
  readonly draw: () => Drawing;
}[] = [
  {
    name: 'generals: four, one of them lies',
    draw: () => stage(fourGenerals(), 624, 476, { selected: 2 }, [{ pid: 4, rows: 2, width: 104 }]),
  },
  {
    name: 'generals: what L1 of four sees',
    draw: () => stage(seenBy(fourGenerals(), 2), 624, 476, { selected: 2, seenBy: 2 }),
  },
  { name: 'generals: what L1 of four holds', draw: () => panel(fourGenerals()) },
  { name: 'generals: seven, two of them lie', draw: () => stage(sevenGenerals(), 624, 476) },
  { name: 'generals: seven, folded', draw: () => panel(sevenGenerals()) },
  { name: 'generals: seven, unfolded', draw: () => panel(sevenGenerals(), '1.6') },
  { name: 'generals: ten', draw: () => stage(ten(), 624, 476) },
  { name: 'generals: ten, unfolded', draw: () => panel(ten(), '1.5.3') },
  { name: 'generals: three, signed', draw: () => stage(treason(), 624, 476) },
  { name: 'generals: three, signed, what L1 holds', draw: () => panel(treason()) },
  { name: 'generals: two', draw: () => stage(two(), 624, 476) },
  { name: 'generals: two, their messengers', draw: () => panel(two()) },
  { name: 'generals: every lie', draw: () => field(940) },
  { name: 'generals: every lie on a phone', draw: () => field(390) },
  { name: 'generals: two worlds', draw: () => worlds(940, 460) },
  { name: 'generals: two worlds on a phone', draw: () => worlds(390, 600) },
  {
    name: 'generals: in small',
    draw: () => byzantinePicture(fourGenerals()),
  },
  { name: 'generals: seven in small', draw: () => byzantinePicture(sevenGenerals()) },
  { name: 'generals: seven on a phone', draw: () => stage(sevenGenerals(), 390, 424) },
];
