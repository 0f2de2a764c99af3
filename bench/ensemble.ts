/** What the stage costs that draws nine servers and twenty clients, each time something has happened. */
import { castOf } from '../src/stage/zookeeper/members/cast.ts';
import { membersChange } from '../src/stage/zookeeper/members/changes.ts';
import { crowded } from '../src/stage/zookeeper/members/fixtures.ts';
import { membersLayout } from '../src/stage/zookeeper/members/layout.ts';
import { membersStage } from '../src/stage/zookeeper/members/stage.ts';
import { sessionMoves } from '../src/stage/zookeeper/session.ts';
import { inEnglish } from '../src/stage/words.ts';
import { zookeeperWords } from '../src/stage/zookeeper/words.ts';
import type { MessageView } from '../src/view/frame.ts';
import { median, quantile } from './row.ts';
import type { Row } from './row.ts';

const words = inEnglish(zookeeperWords);

export const name = 'ensemble of nine';

const FRAMES = 400;
/** Sixty frames a second, of which the drawing may take a quarter: React and the browser come after it. */
const MOST_MS = 1000 / 60 / 4;

/** A proposal to each, an ACK back from each, and a request of each client. */
function messages(now: number): MessageView[] {
  const one = (id: number, from: number, to: number, shape: MessageView['shape']): MessageView => ({
    id,
    from,
    to,
    kind: shape,
    shape,
    claim: null,
    label: '2·12 setData',
    short: '2·12',
    sentAt: now - id * 30,
    leftAt: now - id * 30,
    arrivesAt: now - id * 30 + 2000,
    status: 'flying',
    nature: 'tcp',
    routine: false,
    piled: 0,
  });
  const servers = [1, 2, 3, 4, 5, 6, 8, 9];
  return [
    ...servers.map((pid) => one(pid, 7, pid, 'proposal')),
    ...servers.map((pid) => one(pid + 10, pid, 7, 'ack')),
    ...Array.from({ length: 20 }, (_, i) => one(i + 20, 101 + i, (i % 9) + 1, 'request')),
  ];
}

export function run(): { rows: readonly Row[] } {
  const frame = crowded(7, 2, 20);
  const busy = { ...frame, messages: messages(frame.time) };
  const layout = membersLayout(castOf(busy), { width: 628, height: 432 });
  const drawn: number[] = [];
  const moved: number[] = [];
  for (let i = 0; i < FRAMES; i++) {
    const now = frame.time + i * 5;
    let before = performance.now();
    membersStage(busy, layout, now, { words, changed: membersChange(frame, busy) });
    drawn.push(performance.now() - before);
    before = performance.now();
    sessionMoves(busy, layout, now, words);
    moved.push(performance.now() - before);
  }
  // The first ones run before anything is compiled.
  const settled = drawn.slice(FRAMES / 4);
  const usual = median(settled);
  return {
    rows: [
      {
        name: 'a drawing, median',
        value: usual,
        unit: 'ms',
        aim: `≤ ${MOST_MS.toFixed(1)}`,
        ok: usual <= MOST_MS,
      },
      { name: 'a drawing, p90', value: quantile(settled, 0.9), unit: 'ms' },
      { name: 'what time alone moves, median', value: median(moved), unit: 'ms' },
    ],
  };
}
