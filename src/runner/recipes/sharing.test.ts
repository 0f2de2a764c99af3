/** one of several identical jobs, names that nobody else has, who is there. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../view/intervention.ts';
import { Played, scenarioOf, several } from './testing/played.ts';

/** Nobody begins before the one before it has ended. */
const isApart = (spans: readonly (readonly [number, number])[]): boolean =>
  spans.every(([from], index) => index === 0 || from >= (spans[index - 1]?.[1] ?? 0));

describe('R-5: of identical jobs one runs', () => {
  const jobs = (workMs: number): Played =>
    new Played(scenarioOf(several(3, 'job', 100, { values: { workMs } })));

  it('is as the trace of one node says, row by row, and when it is done another round begins', () => {
    const played = jobs(1000).until(600);
    expect(played.taken()).toEqual([
      'C1 create running OK',
      'C1 believes job',
      'C2 create running NodeExists',
      'C2 exists running OK',
      'C3 create running NodeExists',
      'C3 exists running OK',
    ]);
    played.until(2000);
    expect(played.taken()).toEqual([
      'C1 releases job',
      'C2 hears NodeDeleted running',
      'C3 hears NodeDeleted running',
      'C1 delete running OK',
      'C2 create running OK',
      'C2 believes job',
      'C3 create running NodeExists',
      'C3 exists running OK',
    ]);
    played.end();
    expect(played.holds({ granted: { what: 'job', pids: [101, 102, 103] } })).toBe(true);
    expect(played.detail.counts.messages).toBe((5 * 3 * 4) / 2 - 3);
    expect(played.names).toEqual([]);
  });

  it('runs do not overlap when one that runs dies: the next begins with the end of its session', () => {
    const played = jobs(3000).until(1000);
    played.do({ kind: 'kill', pid: 101 });
    played.until(60_000);
    const runs = played.spans('believes', 'job');
    expect(runs).toHaveLength(3);
    expect(runs[0]?.[1]).toBeLessThanOrEqual(1000);
    expect(isApart(runs)).toBe(true);
    expect(isApart(played.spans('holds', 'job'))).toBe(true);
    expect(played.spans('holds', 'job')[0]?.[1]).toBeGreaterThan(10_000);
    expect(played.violations).toEqual([]);
  });

  it('runs overlap when one that runs sleeps for longer than its session lives; nodes never do', () => {
    const played = jobs(3000).until(1000);
    played.do({ kind: 'pause', pid: 101 });
    played.until(16_000);
    played.do({ kind: 'resume', pid: 101 });
    played.until(60_000);
    expect(isApart(played.spans('believes', 'job'))).toBe(false);
    expect(isApart(played.spans('holds', 'job'))).toBe(true);
    expect(played.violations).toEqual(['R-OneBeliever']);
  });
});

describe('R-7: names and ids', () => {
  const ids = (played: Played): number[] =>
    played.rows
      .flatMap((row) => (/ create id-(\d+) OK$/u.exec(row)?.[1] ?? '').match(/\d+/gu) ?? [])
      .map(Number);

  it.each([
    [1, 3],
    [4, 5],
  ])('%i clients that ask %i times have all different numbers, which grow', (clients, times) => {
    const played = new Played(scenarioOf(several(clients, 'ids', 0, { values: { times } }))).end();
    const given = ids(played);
    expect(new Set(given).size).toBe(clients * times);
    // Replies of one client come in the order of its requests.
    for (const { name } of played.detail.clients) {
      const own = played.rows.filter((row) => row.startsWith(`${name} `));
      const numbers = own.map((row) => Number(/id-(\d+)/u.exec(row)?.[1]));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
    expect(played.detail.counts.messages).toBe(2 * clients * times);
    // They leave their nodes behind.
    expect(played.names).toHaveLength(clients * times);
  });

  it('a lost answer wastes a number, and gives none twice', () => {
    const clients = several(2, 'ids', 0, { values: { times: 4, everyMs: 300 } });
    const played = new Played(scenarioOf(clients)).until(500);
    const before = played.names.length;
    while (played.names.length === before && played.step());
    played.do({ kind: 'reset', a: 1, b: 101 });
    played.do({ kind: 'reset', a: 1, b: 102 });
    played.end();
    const given = ids(played);
    expect(played.count(/create id- ConnectionLoss$/u)).toBeGreaterThan(0);
    expect(given).toHaveLength(8);
    expect(new Set(given).size).toBe(8);
    expect(played.names.length).toBeGreaterThan(8);
    expect(played.violations).toEqual([]);
  });

  it('the version of one node counts, too: who comes too late reads and writes again', () => {
    const clients = several(3, 'versioned-counter', 0, { values: { times: 4 } });
    const played = new Played(scenarioOf(clients)).end();
    const late = played.count(/setData counter BadVersion$/u);
    expect(played.count(/setData counter OK$/u)).toBe(12);
    expect(late).toBeGreaterThan(0);
    expect(played.detail.counts.messages).toBe(4 * (12 + late));
    const counter = played.detail.nodes.find(({ path }) => path === '/counter');
    expect(counter).toMatchObject({ data: '12', version: 12 });
    expect(played.violations).toEqual([]);
  });
});

describe.each([1, 3])('R-9: membership with %i monitors', (monitors) => {
  const cluster = (): Played =>
    new Played(
      scenarioOf([
        ...several(monitors, 'monitor'),
        { program: 'member', name: 'web1', startMs: 500, timeoutMs: 6000 },
        { program: 'member', name: 'web2', startMs: 1000, timeoutMs: 6000 },
      ]),
    );
  const web1 = 101 + monitors;
  const toMonitors = (played: Played): number =>
    played.detail.clients
      .filter(({ program }) => program === 'monitor')
      .reduce((sum, { messages }) => sum + messages, 0);
  /** What each monitor has in its list. */
  const lists = (played: Played): readonly string[] =>
    played.detail.clients
      .filter(({ program }) => program === 'monitor')
      .map(({ list }) => list.toSorted().join(' '));
  const all = (what: string): string[] => Array.from({ length: monitors }, () => what);
  const cut: Intervention = { kind: 'cut-links', links: [{ a: 1, b: web1 }] };
  const mend: Intervention = { kind: 'mend-links', links: [{ a: 1, b: web1 }] };

  it('whoever joins or leaves costs one notification and one read of each', () => {
    const played = cluster().until(400);
    let before = toMonitors(played);
    expect(before).toBe(2 * monitors);
    for (const [ms, list] of [
      [900, 'web1'],
      [1500, 'web1 web2'],
    ] as const) {
      played.until(ms);
      expect(lists(played)).toEqual(all(list));
      expect(toMonitors(played) - before).toBe(3 * monitors);
      before = toMonitors(played);
    }
    expect(played.count(/^C\d hears NodeChildrenChanged members$/u)).toBe(2 * monitors);
    // It says good-bye: its node goes at once.
    played.do({ kind: 'input', pid: web1, name: 'LINE', data: { text: 'go' } });
    played.until(1800);
    expect(lists(played)).toEqual(all('web2'));
    expect(toMonitors(played) - before).toBe(3 * monitors);
  });

  it('one that dies leaves with the end of its session, and not before', () => {
    const played = cluster().until(2000);
    played.taken();
    const before = toMonitors(played);
    played.do({ kind: 'kill', pid: web1 });
    played.until(7000);
    expect(toMonitors(played)).toBe(before);
    expect(lists(played)).toEqual(all('web1 web2'));
    played.until(12_000);
    expect(lists(played)).toEqual(all('web2'));
    expect(toMonitors(played) - before).toBe(3 * monitors);
  });

  it('of a cut that is shorter than a session nobody hears', () => {
    const played = cluster().until(2000);
    const before = toMonitors(played);
    played.do(cut);
    played.until(5000);
    played.do(mend);
    played.until(20_000);
    expect(played.client('web1')).toMatchObject({ connection: 'CONNECTED', believes: ['member'] });
    expect(toMonitors(played)).toBe(before);
  });

  it('one that is longer is a leave and a join', () => {
    const played = cluster().until(2000);
    const before = toMonitors(played);
    played.do(cut);
    played.until(14_000);
    expect(lists(played)).toEqual(all('web2'));
    played.do(mend);
    played.until(30_000);
    expect(played.count(/^web1 is told Expired$/u)).toBe(1);
    expect(lists(played)).toEqual(all('web1 web2'));
    expect(toMonitors(played) - before).toBe(6 * monitors);
  });
});
