import type { CapDetail } from '../../view/cap.ts';
import type { Frame } from '../../view/frame.ts';
import type { Drawing } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { choosing, crowd, healed } from './fixtures.ts';
import { capLayout } from './layout.ts';
import { capPicture } from './picture.ts';
import { requestsChart } from './requests.ts';
import type { RequestsOptions } from './requests.ts';
import { capStage } from './stage.ts';
import type { CapStageOptions } from './stage.ts';
import { capWords } from './words.ts';

const words = inEnglish(capWords);

/** The longest role in English. */
const WORD = 'READ-ONLY';

const stage = (
  frame: Frame<CapDetail>,
  width: number,
  height: number,
  options: Partial<CapStageOptions> = {},
): Drawing => {
  const layout = capLayout(
    {
      servers: frame.detail.servers.map(({ pid }) => pid),
      clients: frame.detail.clients.map(({ pid, server }) => ({ pid, home: server })),
      word: WORD,
    },
    { width, height },
  );
  return {
    shapes: capStage(frame, layout, frame.time, {
      words,
      selected: null,
      changed: null,
      reducedMotion: false,
      veil: [],
      ...options,
    }),
    width,
    height,
  };
};

const chart = (
  frame: Frame<CapDetail>,
  width: number,
  height: number,
  options: Partial<RequestsOptions> = {},
): Drawing =>
  requestsChart(frame.detail, {
    words,
    width,
    height,
    now: frame.time,
    selected: null,
    lit: [],
    unguessed: new Set(),
    nameOf: (pid) => frame.processes.find((one) => one.pid === pid)?.name ?? String(pid),
    ...options,
  });

/** The drawings of stores under a cut, for the developers' gallery and the tests. */
export const capDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  { name: 'cap: cut in two', draw: () => stage(choosing(), 566, 440, { selected: 2, changed: 4 }) },
  { name: 'cap: cut in two, on a phone', draw: () => stage(choosing(), 390, 424) },
  { name: 'cap: healed', draw: () => stage(healed(), 566, 440) },
  {
    name: 'cap: a cut drawn by hand',
    draw: () =>
      stage(choosing(), 566, 440, {
        drawn: [
          { x: 210, y: 30 },
          { x: 250, y: 120 },
          { x: 215, y: 220 },
          { x: 260, y: 330 },
          { x: 240, y: 425 },
        ],
      }),
  },
  {
    name: 'cap: veiled',
    draw: () =>
      stage(choosing(), 566, 440, {
        veil: [
          { pid: 2, field: 'register' },
          { pid: 101, field: 'outcome' },
          { pid: 5, field: 'state' },
        ],
      }),
  },
  { name: 'cap: nine servers, four clients', draw: () => stage(crowd(), 566, 440) },
  { name: 'cap: a card', draw: () => capPicture(choosing(), { width: 240, height: 96 }) },
  { name: 'cap: a small card', draw: () => capPicture(choosing(), { width: 88, height: 58 }) },
  { name: 'cap requests: a witness', draw: () => chart(choosing(), 976, 154, { lit: [2, 3] }) },
  {
    name: 'cap requests: healed',
    draw: () => chart(healed(), 976, 154, { lit: [2, 8], selected: 102 }),
  },
  {
    name: 'cap requests: to be guessed',
    draw: () => chart(choosing(), 976, 154, { unguessed: new Set([3, 8]) }),
  },
  { name: 'cap requests: on a phone', draw: () => chart(choosing(), 390, 170, { lit: [2, 3] }) },
  { name: 'cap requests: four clients', draw: () => chart(crowd(), 976, 154) },
];
