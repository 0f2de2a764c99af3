import { describe, expect, it } from 'vitest';
import { laneOf } from '../../lanes.ts';
import { byKey, drawn, layoutOf, placeOf, rowOf, textsIn } from '../../testing/members-drawn.ts';
import { everyShape, outline } from '../../testing/outline.ts';
import type { Shape } from '../../shape.ts';
import { leadingIn } from './cast.ts';
import { columnsOf } from './columns.ts';
import { broadcast, ensemble } from './fixtures.ts';

describe('the members of an ensemble', () => {
  it('are buttons named by number and state, the one that leads apart from the others', () => {
    const told = outline(drawn(broadcast()));
    for (const name of ['Server 1, FOLLOWING', 'Server 2, FOLLOWING', 'Server 3, LEADING'])
      expect(told).toContain(name);
    const { rings } = layoutOf(broadcast());
    expect(rings.get(1)?.x).toBe(rings.get(2)?.x);
    expect(rings.get(3)?.x).toBeLessThan((rings.get(1)?.x ?? 0) - 200);
  });

  it('stand below each other while nobody leads, each with its vote', () => {
    const looking = ensemble({
      members: [
        'S1 LOOKING votes 2 knows 1·3: 1·3',
        'S2 LOOKING votes 2 knows 1·3: 1·3',
        'S3 CRASHED: 1·3',
      ],
    });
    const { rings } = layoutOf(looking);
    expect(new Set([...rings.values()].map(({ x }) => x)).size).toBe(1);
    const shapes = drawn(looking);
    expect(textsIn(byKey(shapes, 'server-1'))).toEqual(['S1', 'S2']);
    expect(outline(shapes)).toContain('Server 3, CRASHED');
  });

  it('say how they are synchronised before they serve', () => {
    const shapes = drawn(
      ensemble({
        members: [
          'S1 FOLLOWING 2 knows 1·3 in SYNCHRONIZATION TRUNC: 1·3 ~1·4',
          'S2 LEADING 2 knows 1·3: 1·3',
        ],
      }),
    );
    expect(textsIn(byKey(shapes, 'word-1'))).toEqual(['FOLLOWING', 'SYNC: TRUNC']);
    expect(rowOf(shapes, 1)).toBe('1·3 committed, 1·4 taken');
  });

  it('of several that lead, the one of the newest epoch has the pipes', () => {
    const split = ensemble({
      members: [
        'S1 LEADING 1 knows 1·3: 1·3',
        'S2 LEADING 2 knows 2·1: 1·3 2·1',
        'S3 FOLLOWING 2 knows 2·1: 2·1',
      ],
    });
    expect(leadingIn(split)).toBe(2);
    const down = {
      ...split,
      processes: split.processes.map((one) =>
        one.pid === 2 ? { ...one, liveness: 'crashed' as const } : one,
      ),
    };
    expect(leadingIn(down)).toBe(1);
  });
});

describe('logs', () => {
  it('have one transaction in one column, whoever has it', () => {
    const shapes = drawn(broadcast());
    expect(rowOf(shapes, 1)).toBe('1·3 committed, 1·4 committed, 1·5 committed, 1·6 missing');
    expect(rowOf(shapes, 2)).toBe('1·3 committed, 1·4 committed, 1·5 logged, 1·6 missing');
    expect(rowOf(shapes, 3)).toBe('1·3 committed, 1·4 committed, 1·5 committed, 1·6 appended');
    const columns = [1, 2, 3].map((pid) => {
      const row = byKey(shapes, `log-${pid}`);
      return row?.type === 'group'
        ? row.children.filter(({ key }) => key?.startsWith('cell-')).map((one) => placeOf(one).x)
        : [];
    });
    expect(columns[0]).toEqual(columns[1]);
    expect(columns[1]).toEqual(columns[2]);
  });

  it('are told to whoever does not see them, and not what is asked', () => {
    expect(byKey(drawn(broadcast()), 'log-2')).toMatchObject({
      role: 'img',
      label: 'Log of S2: 1·3 committed, 1·4 committed, 1·5 logged, 1·6 missing',
    });
    const asked = drawn(broadcast(), { veil: [{ pid: 2, field: 'log' }] });
    expect(byKey(asked, 'log-2')?.label).toBe('Log of S2: ?');
  });

  it('tell what stands in a snapshot alone from what never was', () => {
    const { detail } = ensemble({
      members: [
        'S1 FOLLOWING 2 knows 2·1: 2·1',
        'S2 LEADING 2 knows 2·1: 1·3 2·1',
        'S3 CRASHED: 1·4',
      ],
    });
    const servers = detail.servers.map((server) =>
      server.pid === 1
        ? { ...server, snapshots: [{ zxid: { epoch: 2, counter: 0 }, durable: true }] }
        : server,
    );
    const { held, columns } = columnsOf({ servers }, 9);
    const row = columns.map(({ zxid }) => held(servers[0] as (typeof servers)[number], zxid));
    // 1·4 was never committed: the snapshot has not got it either.
    expect(row).toEqual(['saved', 'missing', 'committed']);
  });

  it('show the newest that there is room for, and that there are older ones', () => {
    const long = Array.from({ length: 20 }, (_, i) => `1·${i + 1}`).join(' ');
    const shapes = drawn(
      ensemble({
        members: [`S1 LEADING 1 knows 1·20: ${long}`, `S2 FOLLOWING 1 knows 1·20: ${long}`],
      }),
    );
    expect(rowOf(shapes, 2)).toMatch(/1·20 committed$/);
    expect(textsIn(byKey(shapes, 'log-2'))[0]).toBe('…');
  });

  it('are veiled while a question is open about them, and the commit point with them', () => {
    const shapes = drawn(broadcast(), { veil: [{ pid: 2, field: 'log' }] });
    expect(textsIn(byKey(shapes, 'log-2'))).toEqual(['?', '?', '?', '?']);
    expect(rowOf(shapes, 2)).not.toContain('committed');
    expect(byKey(shapes, 'commit-3')).toBeUndefined();
    expect(
      textsIn(byKey(drawn(broadcast(), { veil: [{ pid: 2, field: 'state' }] }), 'word-2')),
    ).toEqual(['?']);
  });
});

describe('the commit point', () => {
  it('joins those that know it, and only touches those that have logged it', () => {
    const shapes = drawn(broadcast());
    // S1 to S2: S2 has not heard of the commit.
    expect(byKey(shapes, 'commit-2')?.className).toContain('open');
    expect(byKey(shapes, 'commit-3')?.className).toContain('open');
    expect(textsIn(byKey(shapes, 'commit-point')).join(' ')).toBe('3 of 3: committed');
    expect(textsIn(byKey(shapes, 'labels'))).toContain('1·6: 0 of 3');
    const heard = ensemble({
      members: [
        'S1 FOLLOWING 3 knows 1·5: 1·5',
        'S2 FOLLOWING 3 knows 1·4: 1·4',
        'S3 LEADING 3 knows 1·5: 1·5',
      ],
    });
    const other = drawn(heard);
    // S2 stands between two that have it.
    expect(byKey(other, 'commit-2')?.className).toContain('open');
    expect(textsIn(byKey(other, 'commit-point')).join(' ')).toBe('2 of 3: committed');
    const whole = ensemble({
      members: ['S1 FOLLOWING 2 knows 1·5: 1·5', 'S2 LEADING 2 knows 1·5: 1·5'],
    });
    expect(byKey(drawn(whole), 'commit-2')?.className).toContain('whole');
  });

  it('is told where no client’s words stand', () => {
    const told = (clients: readonly string[]): readonly Shape[] =>
      drawn(
        ensemble({
          members: [
            'S1 CRASHED: 1·3 1·4',
            'S2 FOLLOWING 3 knows 1·4: 1·3 1·4',
            'S3 LEADING 3 knows 1·4: 1·3 1·4',
          ],
          clients,
        }),
      );
    const height = (shapes: readonly Shape[]): number => {
      const [word] = everyShape(shapes).filter(({ key }) => key === 'commit-count-0');
      return word?.type === 'text' ? word.y : Number.NaN;
    };
    const two = ['α CONNECTED 8/10 @2', 'β CONNECTED 8/10 @2'];
    // Between S1 and S2; where the second client has its words, one row further down.
    expect(height(told([]))).toBeLessThan(layoutOf(broadcast()).rows.get(2) ?? 0);
    expect(height(told(two))).toBeGreaterThan(layoutOf(broadcast()).rows.get(2) ?? 0);
  });

  it('is nowhere while nobody is established', () => {
    const shapes = drawn(
      ensemble({ members: ['S1 LOOKING knows 1·3: 1·3', 'S2 LOOKING knows 1·3: 1·3'] }),
    );
    expect(textsIn(byKey(shapes, 'commit-point'))).toEqual([]);
  });
});

describe('pipes', () => {
  const flying = (from: number, to: number, kind: string) =>
    ({ from, to, shape: kind === 'ACK' ? 'ack' : 'proposal' }) as const;

  it('run from the leader to each of the others, and have two sides', () => {
    const layout = layoutOf(broadcast());
    for (const pid of [1, 2]) {
      expect(layout.pipe?.(3, pid)).not.toBeNull();
      const there = laneOf(layout, flying(3, pid, 'PROPOSAL'));
      const back = laneOf(layout, flying(pid, 3, 'ACK'));
      if (there === null || back === null) throw new Error('no lane');
      // What is sent stands above what comes back, and both end where the pipe does.
      expect(there.y1).toBeLessThan(back.y0);
      expect(Math.abs(there.y1 - (layout.rows.get(pid) ?? 0))).toBeLessThanOrEqual(layout.halfPipe);
    }
    expect(layout.pipe?.(1, 2)).toBeNull();
    expect(layout.quiet?.(1, 2)).toBe(true);
  });

  it('say whose queue they are and that the link is slow', () => {
    const latency = { min: 5000, max: 5000 };
    const link = { from: 3, to: 2, cut: false, latency, loss: 0, duplication: 0 };
    const shapes = drawn({ ...broadcast(), links: [link] });
    expect(textsIn(byKey(shapes, 'queue-1'))).toEqual(['queue to S1']);
    expect(textsIn(byKey(shapes, 'queue-2'))[0]).toContain('slow link');
  });

  it('are walled off where a partition parts them, on both sides with their clients', () => {
    const partition = [
      [1, 101],
      [2, 3, 102],
    ];
    const links =
      partition[0]?.flatMap((a) =>
        (partition[1] ?? []).flatMap((b) =>
          [
            [a, b],
            [b, a],
          ].map(([from = 0, to = 0]) => ({
            from,
            to,
            cut: true,
            latency: null,
            loss: 0,
            duplication: 0,
          })),
        ),
      ) ?? [];
    const shapes = drawn({ ...broadcast(), partition, links });
    // Across the pipe to S1, and between the rows of S1 and S2.
    expect(byKey(shapes, 'wall-0')).toBeDefined();
    expect(byKey(shapes, 'wall-1')).toBeDefined();
    expect(byKey(shapes, 'wall-2')).toBeUndefined();
    expect(byKey(shapes, 'link-1-3')?.className).toContain('partition');
  });
});

describe('what changed', () => {
  it('glows once, and is outlined where nothing may move', () => {
    const changed = { what: 'cell', pid: 2, zxid: '1·5' } as const;
    const glows = (shapes: readonly Shape[]): number =>
      everyShape(shapes).filter(({ className }) => className === 'glow').length;
    expect(glows(drawn(broadcast(), { changed }))).toBe(1);
    const still = drawn(broadcast(), { changed, reducedMotion: true });
    expect(glows(still)).toBe(0);
    expect(everyShape(still).filter(({ className }) => className === 'changed')).toHaveLength(1);
  });

  it('lies under the word of whoever leads', () => {
    const changed = { what: 'state', pid: 3 } as const;
    const order = drawn(broadcast(), { changed }).map(({ key }) => key);
    expect(order.indexOf('labels')).toBeGreaterThan(order.indexOf('servers'));
  });
});
