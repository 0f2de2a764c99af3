import { describe, expect, it } from 'vitest';
import { zxidText } from '../view/zxid.ts';
import { ServerLogs } from './logs.ts';
import { zxidIn } from './numbers.ts';
import { caseOf, filesOf, RECORDINGS, textsOf } from '../../scripts/server-log-fixtures.ts';

const names = Object.keys(RECORDINGS) as (keyof typeof RECORDINGS)[];

const read = (texts: Readonly<Record<string, string>>) => new ServerLogs(filesOf(texts));

/** The same text in another clock. */
const shifted = (text: string, seconds: number): string =>
  text.replaceAll(/^(\d{4}-\d\d-\d\d) (\d\d):(\d\d):(\d\d),/gmu, (_, day: string, ...hms) => {
    const [h, m, s] = hms.slice(0, 3).map(Number) as [number, number, number];
    const time = h * 3600 + m * 60 + s + seconds;
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${day} ${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)},`;
  });

describe.each(names)('the logs of the recording %s', (name) => {
  const logs = read(textsOf(name));
  const recorded = caseOf(name);
  const end = logs.frame(Infinity);

  it('tell who leads in the end, in which epoch, and in which state the others are', () => {
    const { leader, epochs, modes } = recorded.final;
    expect(end.detail.established).toEqual({
      leader,
      epoch: epochs[String(leader)]?.currentEpoch,
    });
    const states = Object.entries(modes).map(([sid, mode]) => [
      Number(sid),
      mode === 'leader' ? 'LEADING' : 'FOLLOWING',
    ]);
    expect(end.processes.map(({ pid, state }) => [pid, state])).toEqual(states);
    for (const server of end.detail.servers) {
      expect([server.sid, server.leader, server.serving]).toEqual([server.sid, leader, true]);
      expect(server.currentEpoch).toBe(epochs[String(server.sid)]?.currentEpoch);
      expect(server.acceptedEpoch).toBe(epochs[String(server.sid)]?.acceptedEpoch);
    }
    expect([end.invariants, end.violations]).toEqual([['E-OneEstablished'], []]);
  });

  it('tell every vote that was heard, in the order in which each server heard them', () => {
    for (const { pid } of end.processes) {
      const told = logs.events
        .filter(({ told: { server, rule } }) => server === pid && /^(?:heard|voted)$/u.test(rule))
        .map(({ told: { data } }) => data);
      const heard = recorded.notifications.filter(({ at }) => at === pid);
      expect(told).toEqual(
        heard.map((one) => ({
          from: one.from,
          state: one.state,
          leader: one.leader,
          round: one.round,
          epoch: one.peerEpoch,
          zxid: zxidText(zxidIn(one.zxid) ?? { epoch: -1, counter: 0 }),
          mine: expect.any(String) as string,
        })),
      );
    }
  });

  it('tell every change of state, and with which zxid each election began', () => {
    const WORDS: Readonly<Record<string, string>> = {
      LOOKING: 'looking',
      FOLLOWING: 'following',
      LEADING: 'leading',
    };
    for (const [sid, states] of Object.entries(recorded.states)) {
      const mine = logs.events.filter(({ told }) => told.server === Number(sid));
      const changes = mine
        .map(({ told }) => told.rule)
        .filter((rule) => Object.values(WORDS).includes(rule));
      expect(changes).toEqual(states.flatMap(({ state }) => WORDS[state] ?? []));
      const proposed = mine.filter(({ told }) => told.rule === 'candidate');
      expect(proposed.map(({ told }) => told.data['zxid'])).toEqual(
        states.flatMap(({ proposedZxid }) => {
          const zxid = zxidIn(proposedZxid ?? '');
          return zxid === null ? [] : [zxidText(zxid)];
        }),
      );
    }
  });

  it('say nothing twice of their files, and warn of nothing: one machine has one clock', () => {
    expect(logs.view.warnings).toEqual([]);
    for (const file of logs.view.files) {
      expect(file).toMatchObject({ by: 'myid', version: '3.8.0', problem: null });
    }
    const skipped = logs.view.skipped.reduce((sum, { count }) => sum + count, 0);
    const told = logs.view.files.reduce((sum, file) => sum + file.told, 0);
    expect(skipped + told).toBe(logs.view.files.reduce((sum, { lines }) => sum + lines, 0));
  });
});

const newer = textsOf('newer-zxid-lower-sid');

describe('what logs cannot tell', () => {
  const logs = read(newer);

  it('is when a vote was sent: its server’s own copy is the last that is known of it', () => {
    const heard = logs.events.filter(({ told }) => told.rule === 'heard');
    const known = heard.filter(({ record }) => record.message?.sentKnown === 'cast');
    for (const { record } of known) {
      const cast = logs.events[record.message?.sentStep ?? -1];
      expect(cast?.told).toMatchObject({ rule: 'voted', server: record.message?.from });
      expect(record.message?.sentAt).toBe(cast?.record.time);
    }
    // Whoever follows or leads answers from no vote of its own.
    const states = new Set(
      heard.filter((one) => !known.includes(one)).map(({ told }) => told.data['state']),
    );
    expect(states).toEqual(new Set(['LEADING', 'FOLLOWING']));
  });

  it('is how a server ended: it has no state from its last line to its next start', () => {
    const at = logs.events.findIndex(({ told }) => told.rule === 'silent' && told.server === 3);
    const again = logs.events.findIndex(
      ({ told }) => told.rule === 'started' && told.data['again'] === true && told.server === 3,
    );
    expect(logs.frame(at).processes[2]?.state).toBe('FOLLOWING');
    for (const position of [at + 1, again]) {
      const frame = logs.frame(position);
      expect(frame.processes[2]).toMatchObject({ state: '', liveness: 'up' });
      expect(frame.unknown).toContainEqual({ pid: 3, field: 'state' });
    }
  });

  it('is what is in ballot boxes and logs, and how many votes decide', () => {
    const { unknown } = logs.frame(Infinity);
    expect(unknown).toContainEqual({ pid: null, field: 'tally' });
    expect(unknown).toContainEqual({ pid: null, field: 'quorum' });
    for (const pid of [1, 2, 3]) expect(unknown).toContainEqual({ pid, field: 'log' });
  });

  it('is whom a server follows that did not vote for it, until another one tells', () => {
    const at = logs.events.findIndex(({ told }) => told.rule === 'following' && told.server === 3);
    const joined = logs.frame(at + 1);
    expect(joined.detail.servers[2]).toMatchObject({ leader: null });
    expect(joined.unknown).toContainEqual({ pid: 3, field: 'vote' });
    const came = logs.events.findIndex(
      ({ told: { rule, data } }, step) =>
        step > at && rule === 'learner-came' && data['from'] === 3,
    );
    expect(logs.frame(came + 1).detail.servers[2]).toMatchObject({ leader: 2 });
  });

  it('is more of a server without a log than it was heard to say', () => {
    const two = read({
      'server1.log': newer['server1.log'] ?? '',
      'server3.log': newer['server3.log'] ?? '',
    });
    expect(two.view).toMatchObject({ servers: [1, 3], named: [2] });
    expect(two.view.warnings).toContainEqual({
      code: 'no-log-of',
      data: { server: 2 },
      position: null,
    });
    const first = two.frame(two.view.opensAt);
    expect(first.unknown).toContainEqual({ pid: 2, field: 'state' });
    const { processes, detail } = two.frame(Infinity);
    // It was last heard when it looked for a leader.
    expect(processes.map(({ state }) => state)).toEqual(['LEADING', 'LOOKING', 'FOLLOWING']);
    expect(detail.established).toEqual({ leader: 1, epoch: 2 });
  });

  it('is told by a follower alone as far as it has heard: who leads, and in which epoch', () => {
    const one = read({ 'server2.log': newer['server2.log'] ?? '' });
    const { detail, processes } = one.frame(Infinity);
    expect(processes.map(({ pid, state }) => [pid, state])).toEqual([
      [1, 'LEADING'],
      [2, 'FOLLOWING'],
      [3, 'FOLLOWING'],
    ]);
    expect(detail.established).toEqual({ leader: 1, epoch: 2 });
  });
});

describe('a leader that is killed, and one that is left alone', () => {
  const logs = read(textsOf('leader-lost-twice'));
  const of = (rule: string) =>
    logs.events.flatMap(({ told }) =>
      told.rule === rule ? [[told.server, ...Object.values(told.data)]] : [],
    );

  it('are told with their epochs and quorums', () => {
    expect(of('leader-established')).toEqual([
      [3, 1, '2, 3'],
      [1, 2, '1, 2'],
      [1, 3, '1, 2'],
    ]);
    expect(logs.frame(Infinity).detail.established).toEqual({ leader: 1, epoch: 3 });
  });

  it('are missed by the others, who say why they look for another one', () => {
    expect(of('learner-stops')).toEqual([
      [2, 'java.io.EOFException'],
      [1, 'java.io.EOFException'],
      [2, 'java.net.SocketTimeoutException: Read timed out'],
    ]);
    expect(of('leader-stops')).toEqual([
      [1, 'Not sufficient followers synced, only synced with sids: [ [1] ]'],
    ]);
    expect(of('connection-broken')).toContainEqual([2, 3]);
  });

  it('are unknown from their last line on, and nobody leads until the next one does', () => {
    const at = logs.events.findIndex(({ told }) => told.rule === 'silent');
    expect(logs.frame(at).detail.established).toEqual({ leader: 3, epoch: 1 });
    const silent = logs.frame(at + 1);
    expect(silent.detail.established).toBeNull();
    expect(silent.unknown).toContainEqual({ pid: 3, field: 'state' });
    const next = logs.events.findIndex(
      ({ told }) => told.rule === 'leader-established' && told.server === 1,
    );
    for (let position = at + 1; position <= next; position++) {
      expect(logs.frame(position).detail.established).toBeNull();
    }
  });
});

describe('clocks that differ', () => {
  it('are told where one log contradicts another, with the least difference, and nothing is moved', () => {
    const logs = read({ ...newer, 'server2.log': shifted(newer['server2.log'] ?? '', 7) });
    const early = logs.view.warnings.filter(({ code }) => code === 'heard-too-early');
    expect(early.length).toBeGreaterThan(0);
    for (const { data } of early) {
      expect(data['other']).toBe(2);
      expect(Number(data['ms'])).toBeGreaterThan(0);
      expect(Number(data['ms'])).toBeLessThanOrEqual(7000);
    }
    const times = logs.events.map(({ told }) => told.time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const own = (all: ServerLogs) =>
      all.events.filter(({ told }) => told.server === 2).map(({ told }) => [told.rule, told.line]);
    expect(own(logs)).toEqual(own(read(newer)));
  });

  it('may go back: the server’s lines stay in their order, and it is told', () => {
    const lines = (newer['server1.log'] ?? '').split('\n');
    const half = lines.length >> 1;
    const back = [
      ...lines.slice(0, half),
      ...shifted(lines.slice(half).join('\n'), -3600 + 24).split('\n'),
    ];
    const logs = read({ 'server1.log': back.join('\n') });
    expect(logs.view.warnings.map(({ code }) => code)).toContain('clock-back');
    const told = logs.events.map(({ told: { line } }) => line);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});

describe('two leaders of one epoch', () => {
  it('break the one invariant that logs can break', () => {
    const text = (newer['server2.log'] ?? '')
      .replaceAll('myid:2', 'myid:3')
      .replaceAll('myid=2', 'myid=3');
    const logs = read({ 'server2.log': newer['server2.log'] ?? '', 'other.log': text });
    const { violations, invariants } = logs.frame(Infinity);
    expect(invariants).toEqual([]);
    expect(violations).toMatchObject([
      { invariant: 'E-OneEstablished', text: 'S2 and S3 both led epoch 1' },
    ]);
  });
});
