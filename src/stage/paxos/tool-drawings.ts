import type { Drawing } from '../shape.ts';
import { duelChart } from './duel-chart.ts';
import type { DuelChartOptions } from './duel-chart.ts';
import { growthChart } from './growth.ts';
import { studyPlot } from './study-plot.ts';
import { decidedView, duelPass, duelView, studied } from './tool-fixtures.ts';
import { inEnglish } from '../words.ts';
import { toolWords } from './tool-words.ts';

const words = inEnglish(toolWords);

const chart = (rows: number, change: Partial<DuelChartOptions> = {}): Drawing =>
  duelChart(duelView(rows), {
    words,
    width: 760,
    height: 148,
    now: rows * 10_000,
    nameOf: (pid) => `A${pid}`,
    claimOf: (pid) => (pid === 1 ? 1 : 2),
    pass: duelPass,
    repeats: null,
    ...change,
  });

/** Fixtures of the Paxos tools, for the developers' gallery and the tests. */
export const toolDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  {
    name: 'ballots: proved, the rest is to come',
    draw: () => chart(37, { repeats: { period: duelPass, shift: 2, since: 36 * 10_000 } }),
  },
  { name: 'ballots: not proved yet', draw: () => chart(24) },
  { name: 'ballots: before the first row', draw: () => chart(0) },
  {
    name: 'ballots: hundreds of cycles later, on a phone',
    draw: () =>
      chart(1430, {
        width: 360,
        height: 180,
        repeats: { period: duelPass, shift: 2, since: 1422 * 10_000 },
      }),
  },
  {
    name: 'ballots: decided',
    draw: () =>
      duelChart(decidedView(), {
        words,
        width: 760,
        height: 148,
        now: 170_000,
        nameOf: (pid) => `A${pid}`,
        claimOf: (pid) => (pid === 1 ? 1 : 2),
        pass: null,
        repeats: null,
      }),
  },
  {
    name: 'growth: ballots, refused Accepts, messages',
    draw: () => {
      const { counts } = duelView(80);
      const grown = { rounds: 12, refused: 10, messages: 96 };
      return growthChart(counts, 800_000, grown, { words, width: 200, height: 146 });
    },
  },
  {
    name: 'decision times: two proposers',
    draw: () => studyPlot(studied(170, 0), { words, width: 760, within: 2_000_000 }),
  },
  {
    name: 'decision times: some undecided, decided by 60 ms',
    draw: () =>
      studyPlot(studied(1990, 60), { words, width: 760, within: 2_000_000, cursor: 60_000 }),
  },
  {
    name: 'decision times: phone',
    draw: () =>
      studyPlot(studied(1990, 120), { words, width: 340, within: 2_000_000, cursor: 100_000 }),
  },
];
