import { describe, expect, test } from 'vitest';
import type { MessageView } from '../../view/frame.ts';
import type { Drawing } from '../shape.ts';
import { withUnread } from '../veil.ts';
import { everyShape } from '../testing/outline.ts';
import { textBoxes } from '../text-boxes.ts';
import { crossedLinks } from '../cut-line.ts';
import { crossing } from '../segments.ts';
import { inEnglish } from '../words.ts';
import { capAxis } from './axis.ts';
import { capDrawings } from './drawings.ts';
import { at, choosing, healed, zookeeperRequests } from './fixtures.ts';
import { capLayout } from './layout.ts';
import { markOf, outcomeText } from './marks.ts';
import { withUntold } from './placed.ts';
import { requestsChart } from './requests.ts';
import { capTimeline, positionAtTime } from './timeline.ts';
import { wallsBetween } from './walls.ts';
import { capWords } from './words.ts';

const words = inEnglish(capWords);
const drawn = (name: string) => {
  const found = capDrawings.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(name);
  return found.draw().shapes;
};
const cast = {
  servers: [1, 2, 3, 4, 5],
  clients: [
    { pid: 101, home: 2 },
    { pid: 102, home: 4 },
  ],
  word: 'FOLLOWING',
};
const layout = capLayout(cast, { width: 566, height: 440 });

describe('what became of a request', () => {
  test('is one of five marks, or none yet', () => {
    expect(zookeeperRequests.map(markOf)).toEqual([
      'ok',
      'ok',
      'stale',
      'timed-out',
      'error',
      'error',
      'error',
      'ok',
      'to-come',
      'to-come',
    ]);
    const [, write] = healed().detail.requests;
    expect(write === undefined ? null : markOf(write)).toBe('lost');
  });

  test('is said with how many writes it is behind, and which error it was', () => {
    const [, , stale, , refused] = zookeeperRequests;
    expect(stale === undefined ? '' : outcomeText(stale, words)).toBe('stale by 1');
    expect(refused === undefined ? '' : outcomeText(refused, words)).toBe('error: ConnectionLoss');
  });

  test('is hidden while the reader is to guess it, in the mark and in its name', () => {
    const names = everyShape(drawn('cap requests: to be guessed')).flatMap(
      ({ label }) => label ?? [],
    );
    expect(names).toContain('Request 3 of α: read, ?');
    expect(names.some((name) => name.startsWith('Request 3') && name.includes('stale'))).toBe(
      false,
    );
    expect(names).toContain('Request 4 of α: write 3, timed out');
  });
});

describe('the wall', () => {
  const parted = [
    [1, 2, 101],
    [3, 4, 5, 102],
  ];

  test('crosses every way between the two sides, and none inside of one', () => {
    const [wall = []] = layout.walls(parted);
    const seat = (pid: number) => layout.seats.get(pid) ?? { x: 0, y: 0 };
    const crosses = (a: number, b: number) => crossing(seat(a), seat(b), wall) !== null;
    const [few = [], many = []] = parted;
    expect(few.every((a) => many.every((b) => crosses(a, b)))).toBe(true);
    expect(few.some((a) => few.some((b) => a !== b && crosses(a, b)))).toBe(false);
    expect(many.some((a) => many.some((b) => a !== b && crosses(a, b)))).toBe(false);
  });

  test('is short walls across the single links where no line can part the groups', () => {
    const walls = wallsBetween(
      [
        [1, 4],
        [2, 3],
      ],
      {
        width: 400,
        height: 400,
        radius: 20,
        seats: new Map([
          [1, { x: 100, y: 100 }],
          [2, { x: 300, y: 100 }],
          [3, { x: 100, y: 300 }],
          [4, { x: 300, y: 300 }],
        ]),
      },
    );
    expect(walls).toHaveLength(4);
  });

  test('drawn by hand cuts the ways that nobody sees, too', () => {
    const [wall = []] = layout.walls(parted);
    const found = crossedLinks(wall, { ...choosing(), links: [] }, layout);
    expect(found).toHaveLength(12);
    expect(found.filter(({ seen }) => seen)).toHaveLength(6);
  });

  test('stays the line that was drawn, as long as just its links are cut', () => {
    const byHand = JSON.stringify(drawn('cap: a cut drawn by hand'));
    // Its corners are rounded; it begins, swings and ends where it was drawn.
    expect(byHand).toMatch(/M210,30L2[\d.]+,[\d.,L]+L240,425/u);
    expect(JSON.stringify(drawn('cap: cut in two'))).not.toContain('M210,30');
  });
});

describe('the stage', () => {
  test('names servers by number and state, and clients by their letter', () => {
    const names = everyShape(drawn('cap: cut in two')).flatMap(({ label }) => label ?? []);
    expect(names).toContain('Server 5, LEADING');
    expect(names).toContain('Server 2, LOOKING');
    expect(names.some((name) => name.startsWith('α, '))).toBe(true);
  });

  test('hides what a question asks for', () => {
    const said = textBoxes(drawn('cap: veiled')).map((one) => one.text);
    expect(said).toContain('x = ?');
    expect(said.filter((one) => one === 'x = 1')).toHaveLength(1);
  });

  test('keeps all that is read at 12 units or more, and inside of the drawing', () => {
    for (const { name, draw } of capDrawings) {
      if (name.includes('card')) continue;
      const { shapes, width, height } = draw();
      for (const box of textBoxes(shapes)) {
        expect(box.height, `${name}: ${box.text}`).toBeGreaterThanOrEqual(12 * 0.8);
        expect(box.x, `${name}: ${box.text}`).toBeGreaterThan(-4);
        expect(box.x + box.width, `${name}: ${box.text}`).toBeLessThan(width + 6);
        expect(box.y + box.height, `${name}: ${box.text}`).toBeLessThan(height + 2);
      }
    }
  });
});

describe('a request of which the reader is still to say what comes of it', () => {
  const { detail } = choosing();
  const fourth = new Set([4]);

  test('tells neither its outcome nor how long it took', () => {
    const told = withUntold(detail, fourth).requests.find(({ number }) => number === 4);
    expect(detail.requests.find(({ number }) => number === 4)?.outcome).toBe('timeout');
    expect(told).toMatchObject({ outcome: 'waiting', returnedAt: null, value: 3 });
    expect(withUntold(detail, new Set([3])).requests[2]).toMatchObject({
      value: null,
      staleness: null,
    });
  });

  test('stands in its lane as a question, at its call', () => {
    const chart = (unguessed: ReadonlySet<number>) =>
      requestsChart(detail, {
        words,
        width: 976,
        height: 150,
        now: at(18),
        selected: null,
        lit: [],
        unguessed,
        nameOf: (pid) => (pid === 101 ? 'α' : 'β'),
      });
    const marks = (drawing: Drawing) =>
      everyShape(drawing.shapes).flatMap(({ key, label }) => (key === 'request-4' ? [label] : []));
    expect(marks(chart(new Set()))).toEqual([expect.stringContaining('timed out')]);
    const [hidden] = marks(chart(fourth));
    expect(hidden).toContain('?');
    expect(hidden).not.toContain('timed out');
    const keys = everyShape(chart(fourth).shapes).map(({ key }) => key);
    expect(keys).not.toContain('wait-4');
  });

  test('is not told by its answer under way either: no label, no value’s colour, no shape of a refusal', () => {
    const answer: MessageView = {
      id: 7,
      from: 2,
      to: 101,
      kind: 'ANSWER',
      shape: 'refusal',
      claim: 2,
      label: 'Timeout',
      short: 'Timeout',
      sentAt: 0,
      leftAt: 0,
      arrivesAt: 9,
      status: 'flying',
      nature: 'fifo',
      routine: false,
      piled: 0,
    };
    const frame = { ...choosing(), messages: [answer, { ...answer, id: 8, to: 102 }] };
    const [mine, other] = withUnread(frame, [{ pid: 101, field: 'outcome' }]).messages;
    expect(mine).toMatchObject({ label: '?', short: '?', claim: null, shape: 'ack' });
    expect(other).toMatchObject({ label: 'Timeout', claim: 2 });
    expect(withUnread(frame, [])).toBe(frame);
  });
});

describe('the axis of requests', () => {
  const { detail, time } = choosing();
  const axis = capAxis(detail, time, [216, 836]);

  test('is to scale, and folds the stretch in which nothing is asked', () => {
    expect(axis.pleats).toHaveLength(1);
    const [pleat] = axis.pleats;
    expect(pleat?.from).toBeGreaterThan(at(18));
    expect(pleat?.to).toBeLessThan(at(60));
    const second = axis.x(at(3)) - axis.x(at(2));
    expect(axis.x(at(17)) - axis.x(at(16))).toBeCloseTo(second);
  });

  test('counts seconds from the experiment’s beginning', () => {
    expect(axis.ticks.map(({ value }) => value)).toEqual(['0', '5', '10', '15', '60']);
  });

  test('has a place for what nobody knows the time of yet, behind what is planned', () => {
    const [ninth, tenth] = detail.requests.slice(8).map(axis.placeOf);
    expect(ninth).toBeGreaterThan(at(60));
    expect(tenth).toBeGreaterThan(ninth ?? 0);
  });
});

describe('the timeline over the requests', () => {
  const { detail, time } = choosing();

  test('has the same places and folds as the lanes below it', () => {
    const above = capAxis(detail, time, [0, 620]);
    const below = capAxis(detail, time, [216, 836]);
    for (const seconds of [-1, 0, 2, 15, 18, 60]) {
      expect(below.x(at(seconds)) - above.x(at(seconds))).toBeCloseTo(216);
    }
  });

  test('says when the network is cut and heals, and who looks for a leader', () => {
    const axis = capAxis(detail, time, [0, 620]);
    const { shapes } = capTimeline(detail, {
      words,
      width: 620,
      height: 44,
      now: time,
      known: time,
      axis,
      nameOf: (pid) => `S${pid}`,
    });
    const said = textBoxes(shapes).map((one) => one.text);
    expect(said).toEqual(['cut', 'S2 looks for a leader', 'heals']);
  });

  test('leads to the position of a moment, and past a quiet stretch no further than that', () => {
    const marks = [
      { position: 100, time: at(0), kind: 'partitioned', pid: null, duration: 0, since: 100 },
      { position: 400, time: at(9), kind: 'quiet', pid: null, duration: 6_000_000, since: 300 },
    ];
    const present = { position: 500, time: at(18), length: 600 };
    expect(positionAtTime(at(0), marks, present)).toBe(100);
    expect(positionAtTime(at(3), marks, present)).toBe(300);
    expect(positionAtTime(at(6), marks, present)).toBe(350);
    expect(positionAtTime(at(9), marks, present)).toBe(400);
    expect(positionAtTime(at(99), marks, present)).toBe(600);
    expect(positionAtTime(0, marks, present)).toBe(0);
  });
});
