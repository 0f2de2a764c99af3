import { describe, expect, it, test } from 'vitest';
import { parted } from '../fixtures.ts';
import { everyShape, outline } from '../testing/outline.ts';
import type { Shape } from '../shape.ts';
import { collisions } from '../testing/collisions.ts';
import { textBoxes } from '../text-boxes.ts';
import { zookeeperChange } from './changes.ts';
import { world, writing } from './fixtures.ts';
import type { ZooKeeperFrame } from './fixtures.ts';
import { zookeeperLayout } from './layout.ts';
import { sessionMoves } from './session.ts';
import { zookeeperStage } from './stage.ts';
import type { ZooKeeperStageOptions } from './stage.ts';
import { inEnglish } from '../words.ts';
import { zookeeperWords } from './words.ts';

const words = inEnglish(zookeeperWords);

const USUAL = { width: 628, height: 476 };
const PHONE = { width: 390, height: 430 };

const layoutOf = (frame: ZooKeeperFrame, size = USUAL) =>
  zookeeperLayout(
    frame.detail.clients.map(({ pid }) => pid),
    1,
    size,
  );

const drawn = (
  frame: ZooKeeperFrame,
  options: Partial<ZooKeeperStageOptions> = {},
  size = USUAL,
): readonly Shape[] =>
  zookeeperStage(frame, layoutOf(frame, size), frame.time, { words, ...options });

const byKey = (shapes: readonly Shape[], key: string): Shape | undefined =>
  everyShape(shapes).find((shape) => shape.key === key);

const textsIn = (shape: Shape | undefined): string[] =>
  shape === undefined
    ? []
    : everyShape([shape]).flatMap((one) => (one.type === 'text' ? [one.text] : []));

// A long question leaves the stage of a phone less than a third of the screen.
test.each([262, 283, 320, 358, 430])('on a phone all of it is seen, %i high', (height) => {
  const size = { width: 390, height };
  const shapes = drawn(writing(), {}, size);
  expect(collisions(shapes)).toEqual([]);
  const { disk, card, stages } = layoutOf(writing(), size);
  expect(card.y + card.height).toBeLessThanOrEqual(height);
  for (const box of [disk, ...stages])
    expect(box.y + box.height).toBeLessThanOrEqual(card.y + card.height);
  const below = textBoxes(shapes).filter((one) => one.y + one.height > height);
  expect(below).toEqual([]);
});

describe('clients', () => {
  it('are buttons named by letter and state', () => {
    const told = outline(drawn(world({ clients: ['α CONNECTED 8/10', 'β EXPIRED', 'γ CRASHED'] })));
    expect(told).toContain('α, CONNECTED');
    expect(told).toContain('β, EXPIRED');
    expect(told).toContain('γ, CRASHED');
    expect(told).toContain('Server 1, STANDALONE');
  });

  it('show what they ask and what came of it', () => {
    const shapes = drawn(writing());
    const asks = textsIn(byKey(shapes, 'process-101'));
    expect(asks).toContain('create /app/x');
    expect(asks).toContain('no answer yet');
    expect(textsIn(byKey(shapes, 'process-102'))).toContain('OK 0·4 after 34 ms');
  });

  it('have a link to the server each, with scissors or a wall where it is cut', () => {
    const frame = world({ clients: ['α CONNECTED 8/10', 'β CONNECTING'] });
    expect(outline(drawn(frame))).toContain('Link 1–α');
    const apart = drawn({ ...frame, ...parted([[102], [1, 101]]) });
    expect(byKey(apart, 'wall-0')).toBeDefined();
    expect(outline(apart)).toContain('Link 1–β');
  });
});

describe('a session', () => {
  const frame = world({ clients: ['α CONNECTED 5/9'] });
  const moved = (after: number) =>
    sessionMoves(frame, layoutOf(frame), frame.time + after * 1e6, words);
  const spent = (moves: ReturnType<typeof moved>): number =>
    Number(/scale\(([\d.]+)/.exec(moves[0]?.transform ?? '')?.[1]);

  it('runs down while nothing else changes', () => {
    // Heard of 5 s ago; its bucket comes 10 s after that.
    const [half, threeQuarters, whole] = [0, 2.5, 9].map((after) => spent(moved(after)));
    expect(threeQuarters).toBeCloseTo((half ?? 0) * 1.5, 0);
    expect(whole).toBeCloseTo((half ?? 0) * 2, 0);
    expect(moved(0)[1]?.text).toBe('5 s left');
    expect(moved(2.5)[1]?.text).toBe('2.5 s left');
    expect(moved(9)[1]?.text).toBe('expires');
  });

  it('is moved to where it would be drawn', () => {
    const shapes = drawn(frame);
    const [spentOf, left] = moved(0);
    expect(byKey(shapes, spentOf?.key ?? '')?.transform).toBe(spentOf?.transform);
    expect(textsIn(byKey(shapes, left?.key ?? ''))).toEqual([left?.text]);
  });

  it('stays beside the client for which it was opened when that is down', () => {
    const alive = world({ clients: ['α CRASHED 4/10 e2'] });
    const [server] = alive.detail.servers;
    const detail = {
      ...alive.detail,
      servers: [
        {
          ...(server as NonNullable<typeof server>),
          sessions: (server?.sessions ?? []).map((one) => ({ ...one, client: null })),
        },
      ],
    };
    const shapes = drawn({ ...alive, detail });
    expect(textsIn(byKey(shapes, 'process-101'))).toContain('4 s left');
  });

  it('is counted by nobody while the server is down', () => {
    const frame1 = world({
      clients: ['α CONNECTING 4/10'],
      state: 'CRASHED',
      server: { sessions: [] },
    });
    expect(textsIn(byKey(drawn(frame1), 'process-101'))).toContain('no server counts it down');
  });
});

describe('the pipeline', () => {
  const at = (stage: 'prep' | 'sync' | 'flush' | 'final', job: string) =>
    drawn(world({ clients: ['α CONNECTED 9/10'], stages: { [stage]: [job] } }));
  const placeOf = (shapes: readonly Shape[]): number =>
    Number(/translate\(([\d.]+)/.exec(byKey(shapes, 'job-7')?.transform ?? '')?.[1]);

  it('keeps a request’s key, and moves it from left to right', () => {
    const places = [
      placeOf(at('prep', '7 create /a of 101')),
      placeOf(at('sync', '7 create /a 0·5 of 101')),
      placeOf(at('flush', '7 create /a 0·5 of 101')),
      placeOf(at('final', '7 create /a 0·5 of 101')),
    ];
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(4);
  });

  it('shows the zxid from the moment that Prep has given it', () => {
    expect(textsIn(byKey(at('prep', '7 create /a of 101'), 'job-7'))).toEqual(['7 create', '/a']);
    expect(textsIn(byKey(at('sync', '7 create /a 0·5 of 101'), 'job-7'))).toContain('0·5');
  });

  it('counts what it has no room for', () => {
    const jobs = Array.from({ length: 7 }, (_, i) => `${i + 1} create /n${i} of 101`);
    const shapes = drawn(world({ clients: ['α CONNECTED 9/10'], stages: { prep: jobs } }));
    expect(textsIn(byKey(shapes, 'more-prep'))).toEqual(['+5']);
  });

  it('has stages that are pressed to run until a request stands there', () => {
    const stage = byKey(at('prep', '7 create /a of 101'), 'stage-flush');
    expect(stage).toMatchObject({
      role: 'button',
      label: 'Run until a request is at Sync: flush',
      action: { until: { atStage: { stage: 'flush' } } },
    });
  });
});

describe('the disk', () => {
  it('tells cells that a power cut loses from those that are safe', () => {
    const shapes = drawn(world({ clients: [], log: '1 2* 3?', snapshot: 0 }));
    const classOf = (key: string): string =>
      everyShape([byKey(shapes, key) as Shape]).find(({ type }) => type === 'rect')?.className ??
      '';
    expect(classOf('txn-1')).toBe('cell');
    expect(classOf('txn-2')).toBe('cell dashed');
    expect(textsIn(byKey(shapes, 'disk'))).toContain('a power cut loses it');
  });

  it('says with three dots that older cells are left out, and only then', () => {
    const dots = (cells: number, server = {}): number => {
      const log = Array.from({ length: cells }, (_, i) => i + 1).join(' ');
      const shapes = drawn(world({ clients: [], log, server }));
      return textsIn(byKey(shapes, 'disk')).filter((one) => one === '…').length;
    };
    expect(dots(3)).toBe(0);
    expect(dots(40)).toBe(1);
    // The frame brings the newest ones alone.
    expect(dots(3, { logLength: 300 })).toBe(1);
  });

  it('strikes out what an end has taken', () => {
    const [server] = writing().detail.servers;
    const lost = {
      stages: server?.stages ?? [],
      log: server?.log.filter(({ durable }) => !durable) ?? [],
    };
    const shapes = drawn(
      world({ clients: [], state: 'CRASHED', log: '1 2', server: { stages: [], lost } }),
    );
    const cell = byKey(shapes, 'lost-5');
    expect(cell).toBeDefined();
    expect(everyShape([cell as Shape]).some(({ className }) => className === 'strike')).toBe(true);
    expect(textsIn(byKey(shapes, 'disk'))).toContain('lost: never on disk');
    expect(byKey(shapes, 'taken-job-9')).toBeDefined();
  });
});

describe('what changed', () => {
  const calm = world({ clients: ['α CONNECTED 9/10'], log: '1 2' });

  it('is the state of a process before anything else', () => {
    const after = world({ clients: ['α CONNECTING 9/10'], log: '1 2 3?' });
    expect(zookeeperChange(calm, after, 1)).toEqual({ what: 'process', pid: 101 });
  });

  it('is a cell that was written, or that is now safe', () => {
    const appended = world({ clients: ['α CONNECTED 9/10'], log: '1 2 3?' });
    const flushed = world({ clients: ['α CONNECTED 9/10'], log: '1 2 3*' });
    expect(zookeeperChange(calm, appended, 1)).toEqual({ what: 'cell', index: 2 });
    expect(zookeeperChange(appended, flushed, 1)).toEqual({ what: 'cell', index: 2 });
  });

  it('is one of the server that is drawn, whichever stands first', () => {
    const appended = world({ clients: ['α CONNECTED 9/10'], log: '1 2 3?' });
    const second = (frame: typeof calm) => ({
      ...frame,
      detail: {
        ...frame.detail,
        servers: [
          ...calm.detail.servers,
          ...frame.detail.servers.map((server) => ({ ...server, pid: 2 })),
        ],
      },
    });
    expect(zookeeperChange(second(calm), second(appended), 1)).toBeNull();
    expect(zookeeperChange(second(calm), second(appended), 2)).toEqual({ what: 'cell', index: 2 });
  });

  it('is a request that has gone on to another stage', () => {
    const stages = (name: 'prep' | 'sync') =>
      world({
        clients: ['α CONNECTED 9/10'],
        log: '1 2',
        stages: { [name]: ['4 sync /a of 101'] },
      });
    expect(zookeeperChange(stages('prep'), stages('sync'), 1)).toEqual({ what: 'job', number: 4 });
    expect(zookeeperChange(calm, { ...calm, branch: 1 }, 1)).toBeNull();
  });
});

test.each([
  ['usual', USUAL],
  ['wide', { width: 976, height: 476 }],
  ['phone', PHONE],
])('no two words cover each other (%s)', (_, size) => {
  const still = { ...writing(), messages: [] };
  expect(collisions(drawn(still, {}, size))).toEqual([]);
  const three = world({
    clients: ['α CONNECTED 20/30 e7', 'β CONNECTING 1.2/10 e1', 'γ AUTH_FAILED'],
    log: '|1 2 3 4 5 6 7 8 9 10 11 12 13 14*',
    snapshot: 0,
  });
  expect(collisions(drawn(three, {}, size))).toEqual([]);
});
