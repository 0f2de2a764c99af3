/** TP: what a frame of the page's tree costs at 100,000 nodes beside 1,000: scrolled, folded, searched. */
import process from 'node:process';
import { answer } from '../src/ensemble/ask/answer.ts';
import { zookeeperModel } from '../src/ensemble/model.ts';
import { World } from '../src/kernel/world.ts';
import { steady } from '../src/page/panels/znode-tree/steady.ts';
import { windowAround } from '../src/page/panels/znode-tree/window.ts';
import { indentFor, rowShapes } from '../src/stage/znode/row.ts';
import { ROW } from '../src/stage/znode/tree.ts';
import { sayInEnglish } from '../src/stage/say.ts';
import { znodeWords } from '../src/stage/znode/words.ts';
import type { TreeRow, Unfolding, ZooKeeperAnswer } from '../src/view/zookeeper-ask.ts';
import { median } from './row.ts';
import type { Row } from './row.ts';

const say = sayInEnglish(znodeWords);

export const name = 'TP page of the tree';

const SIZES = [1000, 100_000] as const;
const FRAMES = 300;
/** Frames before the first that counts: branches are counted once, functions are compiled. */
const WARM = 40;
/** Rows in sight, and the width of their place, as in the lab at 1280 × 720. */
const SEEN = 15;
const WIDTH = 300;
/** Children of each node below the root. */
const EACH = 9;

const worldOf = (nodes: number) => {
  const tree = Array.from({ length: nodes / (EACH + 1) }, (_, d) => [
    { path: `/d${d}`, data: `directory ${d}` },
    ...Array.from({ length: EACH }, (_each, n) => ({ path: `/d${d}/n${n}`, data: `data ${n}` })),
  ]).flat();
  const world = new World(zookeeperModel({ servers: [{ sid: 1 }], clients: [], tree }), 1);
  world.intervene({ kind: 'start', pids: [1] });
  while (world.advance(1_000_000));
  return world;
};

/** One tree as the page shows it. */
class Shown {
  readonly nodes: number;
  rows: readonly TreeRow[] = [];
  /** Milliseconds of each frame: the answer in the worker, and the rows drawn on the page. */
  readonly asking: number[] = [];
  readonly drawing: number[] = [];
  asked = 0;
  drawn = 0;
  private readonly world: ReturnType<typeof worldOf>;

  constructor(nodes: number) {
    this.nodes = nodes;
    this.world = worldOf(nodes);
  }

  ask(unfolded: Unfolding, top: number): Extract<ZooKeeperAnswer, { ask: 'tree' }> {
    const question = { ask: 'tree', server: 1, unfolded, ...windowAround(top, SEEN) } as const;
    return answer(this.world, question) as Extract<ZooKeeperAnswer, { ask: 'tree' }>;
  }

  /** A frame of somebody who scrolls to `part` of the tree, with one node folded on the way. */
  frame(part: number, counts: boolean): void {
    const folded = `/d${Math.floor((part * this.nodes) / (EACH + 1))}`;
    const unfolded = { all: true, but: ['/zookeeper', folded] };
    const begin = performance.now();
    const told = this.ask(unfolded, Math.floor(part * (this.nodes - SEEN)));
    const arrived = structuredClone(told);
    const answered = performance.now();
    const before = new Set(this.rows);
    this.rows = steady(this.rows, arrived.rows);
    const indent = indentFor(Math.max(0, ...this.rows.map(({ depth }) => depth)), WIDTH);
    const options = { say, nameOf: String, width: WIDTH, height: ROW, indent };
    // Rows that are the same objects as before are not drawn again.
    const fresh = this.rows.filter((row) => !before.has(row));
    for (const row of fresh) rowShapes(row, options);
    const end = performance.now();
    if (!counts) return;
    this.asking.push(answered - begin);
    this.drawing.push(end - answered);
    this.asked += arrived.rows.length;
    this.drawn += fresh.length;
  }
}

/** The same scrolling for both, in turns, so that a busy machine slows both. */
export function run(): { rows: readonly Row[] } {
  const [small, large] = SIZES.map((nodes) => new Shown(nodes)) as [Shown, Shown];
  for (let n = 0; n < FRAMES + WARM; n++) {
    const part = ((n * 7919) % 1000) / 1000;
    for (const shown of [small, large]) shown.frame(part, n >= WARM);
    if (n % 50 === 0) process.stderr.write('.');
  }
  process.stderr.write('\n');
  return {
    rows: [
      ...beside('rows asked for, each frame', (s) => s.asked / FRAMES, [small, large], 1.5),
      ...beside('rows drawn, each frame', (s) => s.drawn / FRAMES, [small, large], 1.5),
      ...beside('answer in the worker', (s) => median(s.asking), [small, large], 3),
      ...beside('rows drawn on the page', (s) => median(s.drawing), [small, large], 1.5),
    ],
  };
}

function beside(
  what: string,
  of: (shown: Shown) => number,
  both: readonly [Shown, Shown],
  aim: number,
): Row[] {
  const unit = what.startsWith('rows asked') || what.endsWith('each frame') ? 'rows' : 'ms';
  const [small, large] = [of(both[0]), of(both[1])];
  const ratio = large / small;
  return [
    { name: `${what}, 1,000 nodes`, value: small, unit },
    { name: `${what}, 100,000 nodes`, value: large, unit },
    { name: `${what}, ratio`, value: ratio, unit: '×', aim: `≤ ${aim}`, ok: ratio <= aim },
  ];
}
