/**
 * Cold visits over a slow line: when the page stands there, how many requests it takes, and what
 * Lighthouse's curves say of it.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { REQUESTS } from '../scripts/requests.mjs';
import { inPage } from './in-page.ts';
import { lighthouseScore } from './lighthouse-score.ts';
import type { Device } from './lighthouse-score.ts';
import { median } from './row.ts';
import type { Row } from './row.ts';

export const name = 'first load';

/** The labs are where the command stands: the bundle that runs stands elsewhere. */
function labs(): string[] {
  const folder = join(dirname(process.argv[1] ?? ''), '../src/page/labs');
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

const routes = (): string[] => [
  '#/',
  ...labs().map((id) => `#/lab/${id}`),
  '#/lesson/after-a-crash',
  '#/lesson/cap-choose',
];
const ROUNDS = 3;
/** s */
const DRAWN = { gallery: 2, lab: 3 };
const SCORE = { mobile: 95, gallery: 98, desktop: 100 };

interface Line {
  readonly latency: number;
  readonly megabits: number;
}
/** As the issue measures, and as Lighthouse does on its two devices. */
const SLOW: Line = { latency: 150, megabits: 1.6 };
const CABLE: Line = { latency: 40, megabits: 10 };

interface Visit extends Line {
  readonly route: string;
  readonly slowdown: number;
  readonly phone: boolean;
  /** Nothing is fetched in idle time, which is counted for no first picture. */
  readonly atOnce: boolean;
}

interface Met {
  readonly requests: number;
  /** When the simulation has answered and nothing moves, ms since the visit began. */
  readonly live: number;
  readonly kilobytes: number;
  /** ms since the visit began; `shifted` is a sum of parts of the screen. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly drawn: number;
  readonly shifted: number;
  /** ms of processor time, those that the slowed processor wastes among them. */
  readonly tasks: readonly number[];
}

const KINDS = ['plain', 'mobile', 'desktop'] as const;
const visitOf = (route: string, kind: (typeof KINDS)[number]): Visit => ({
  route,
  ...(kind === 'desktop' ? CABLE : SLOW),
  slowdown: kind === 'mobile' ? 4 : 1,
  phone: kind === 'mobile',
  atOnce: kind === 'plain',
});

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const planned = Array.from({ length: ROUNDS }, () =>
    routes().flatMap((route) => KINDS.map((kind) => ({ route, kind }))),
  ).flat();
  const met = inPage<readonly Met[]>(
    name,
    'first-load-page',
    planned.map(({ route, kind }) => visitOf(route, kind)),
  );
  if (met === null) return { rows: [] };
  const of = (route: string, kind: (typeof KINDS)[number]): readonly Met[] =>
    met.filter((_, at) => planned[at]?.route === route && planned[at].kind === kind);
  return {
    rows: routes().flatMap((route) => [
      ...reached(route, of(route, 'plain')),
      scored(route, 'mobile', of(route, 'mobile')),
      scored(route, 'desktop', of(route, 'desktop')),
    ]),
  };
}

function reached(route: string, met: readonly Met[]): Row[] {
  const most = route === '#/' ? DRAWN.gallery : DRAWN.lab;
  const drawn = median(met.map((one) => one.drawn)) / 1000;
  const budget = route === '#/' ? REQUESTS.gallery : REQUESTS.lab;
  const requests = Math.max(...met.map((one) => one.requests));
  return [
    { name: `${route}, drawn`, value: drawn, unit: 's', aim: `≤ ${most}`, ok: drawn <= most },
    {
      name: `${route}, requests`,
      value: requests,
      unit: '',
      aim: `≤ ${budget}`,
      ok: requests <= budget,
    },
    { name: `${route}, answers`, value: median(met.map((one) => one.live)) / 1000, unit: 's' },
    { name: `${route}, fetched`, value: median(met.map((one) => one.kilobytes)), unit: 'KB' },
  ];
}

/** The speed index, which takes a film of the page, is taken to be the largest paint. */
function scored(route: string, device: Device, met: readonly Met[]): Row {
  const largest = median(met.map((one) => one.largestPaint));
  const blocked = median(
    met.map(({ tasks }) => tasks.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0)),
  );
  const value = lighthouseScore(device, {
    firstPaint: median(met.map((one) => one.firstPaint)),
    speedIndex: largest,
    largestPaint: largest,
    blocked,
    shifted: Math.max(...met.map((one) => one.shifted)),
  });
  const aim = device === 'desktop' ? SCORE.desktop : route === '#/' ? SCORE.gallery : SCORE.mobile;
  const parts = `largest paint ${Math.round(largest)} ms, blocked ${Math.round(blocked)} ms`;
  return {
    name: `${route}, ${device} score`,
    value,
    unit: `(${parts})`,
    aim: `≥ ${aim}`,
    ok: value >= aim,
  };
}
