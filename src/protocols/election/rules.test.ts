import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLeader, put, receivedFollowingNotification, support } from './ballot-box.ts';
import { configOf } from './config.ts';
import { getEpochToPropose, isMoreRecentThan } from './discovery.ts';
import {
  logFiles,
  restore,
  truncated,
  withDefaults,
  withLogFiles,
  withLogged,
  withSnapshot,
} from './disk.ts';
import { blankDisk } from './disk.ts';
import { quorumOf } from './majority.ts';
import type { Leading } from './server.ts';
import * as Txns from './txn-log.ts';
import { decidingField, NON_VOTE, totalOrderPredicate } from './vote.ts';
import type { BoxEntry, Vote } from './vote.ts';
import { parseZxid } from './zxid.ts';

const votes = fc.record<Vote>({
  leader: fc.integer({ min: 1, max: 4 }),
  zxid: fc.record({ epoch: fc.nat(2), counter: fc.nat(2) }),
  peerEpoch: fc.nat(2),
});

describe('the order on votes', () => {
  it('is total: of two different votes exactly one is better', () => {
    fc.assert(
      fc.property(votes, votes, (a, b) => {
        const better = Number(totalOrderPredicate(a, b)) + Number(totalOrderPredicate(b, a));
        expect(better).toBe(decidingField(a, b) === 'equal' ? 0 : 1);
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(votes, votes, votes, (a, b, c) => {
        fc.pre(totalOrderPredicate(a, b) && totalOrderPredicate(b, c));
        expect(totalOrderPredicate(a, c)).toBe(true);
      }),
    );
  });

  it('puts every vote above that of an observer', () => {
    fc.assert(
      fc.property(votes, (vote) => {
        expect(totalOrderPredicate(vote, NON_VOTE)).toBe(true);
      }),
    );
  });

  it('looks at the epoch, then the zxid, then the sid', () => {
    const vote = (peerEpoch: number, zxid: string, leader: number): Vote => ({
      peerEpoch,
      zxid: parseZxid(zxid),
      leader,
    });
    expect(totalOrderPredicate(vote(2, '2·1', 1), vote(1, '1·99', 3))).toBe(true);
    expect(totalOrderPredicate(vote(1, '1·8', 1), vote(1, '1·7', 3))).toBe(true);
    expect(totalOrderPredicate(vote(1, '1·8', 3), vote(1, '1·8', 1))).toBe(true);
  });
});

describe('counting', () => {
  const vote = (leader: number): Vote => ({ leader, zxid: { epoch: 0, counter: 0 }, peerEpoch: 0 });
  const entry = (voter: number, leader: number, state = 'LOOKING', round = 1): BoxEntry => ({
    voter,
    vote: vote(leader),
    round,
    state,
  });

  it('needs more than half, never half', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 9, 11].map(quorumOf)).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 6]);
  });

  it('keeps one entry for each voter, the newest', () => {
    const box = [entry(1, 1), entry(2, 2), entry(1, 2)].reduce<readonly BoxEntry[]>(put, []);
    expect(box.map(({ voter, vote: { leader } }) => [voter, leader])).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('counts LOOKING votes only of the same round', () => {
    expect(support([entry(1, 3), entry(2, 3, 'LOOKING', 2)], vote(3), 1, 'LOOKING')).toBe(1);
  });

  it('believes a leader only by its own word, and itself only in its own round', () => {
    const box = [entry(1, 3, 'FOLLOWING'), entry(2, 3, 'FOLLOWING')];
    expect(checkLeader(box, 3, 1, 4, 1)).toBe(false);
    expect(checkLeader([...box, entry(3, 3, 'LEADING')], 3, 1, 4, 1)).toBe(true);
    expect(checkLeader(box, 3, 1, 3, 1)).toBe(true);
    expect(checkLeader(box, 3, 1, 3, 2)).toBe(false);
  });

  it('joins an ensemble of another round by its answers alone', () => {
    const judge = {
      me: 5,
      round: 7,
      isQuorum: (sids: readonly number[]) => sids.length >= 3,
      skipCheckLeader: false,
    };
    const answers = [1, 2, 3].map((voter) =>
      entry(voter, 3, voter === 3 ? 'LEADING' : 'FOLLOWING'),
    );
    const [first, second, third] = answers as [BoxEntry, BoxEntry, BoxEntry];
    expect(receivedFollowingNotification([], [first, second], second, judge)).toBeNull();
    expect(receivedFollowingNotification([], answers, third, judge)).toBe('out-of-election');
  });

  it('in its own round does not mind that some tell the epoch before and some the one after', () => {
    const judge = {
      me: 5,
      round: 1,
      isQuorum: (sids: readonly number[]) => sids.length >= 3,
      skipCheckLeader: false,
    };
    const old = [entry(1, 3, 'FOLLOWING'), entry(2, 3, 'FOLLOWING')];
    const leader = { ...entry(3, 3, 'LEADING'), vote: { ...vote(3), peerEpoch: 1 } };
    const all = [...old, leader];
    expect(receivedFollowingNotification(all, all, leader, judge)).toBe('same-round');
    expect(receivedFollowingNotification([], all, leader, judge)).toBeNull();
  });
});

describe('discovery', () => {
  const config = configOf({
    profile: 'golden',
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }, { sid: 4, observer: true }],
  });

  it('proposes an epoch above every one that was told before it was fixed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1 }), (accepted) => {
        const none = { epoch: -1, epochFixed: false, connecting: [] } as unknown as Leading;
        const { epoch } = accepted.reduce(
          (leading, each, index) => getEpochToPropose(config, leading, index, each),
          none,
        );
        expect(epoch).toBe(Math.max(...accepted) + 1);
      }),
    );
  });

  it('does not count an observer', () => {
    const none = { epoch: -1, epochFixed: false, connecting: [] } as unknown as Leading;
    expect(getEpochToPropose(config, none, 4, 3).connecting).toEqual([]);
  });

  it('compares summaries by epoch, then zxid', () => {
    const summary = (currentEpoch: number, zxid: string) => ({
      currentEpoch,
      zxid: parseZxid(zxid),
    });
    expect(isMoreRecentThan(summary(2, '1·1'), summary(1, '1·9'))).toBe(true);
    expect(isMoreRecentThan(summary(1, '1·9'), summary(1, '1·9'))).toBe(false);
  });
});

describe('a disk', () => {
  it('gets its files at the first start, with the epoch of the last zxid', () => {
    expect(withDefaults(blankDisk)).toMatchObject({ acceptedEpoch: 0, currentEpoch: 0 });
    const logged = { ...blankDisk, log: Txns.parse('3·1') };
    expect(withDefaults(logged)).toMatchObject({ acceptedEpoch: 3, currentEpoch: 3 });
  });

  it('is read as the newest snapshot and what was logged above it', () => {
    const disk = withSnapshot(
      { ...blankDisk, ...withLogFiles([Txns.parse('1·1-1·5'), Txns.parse('2·2-2·3')]) },
      parseZxid('2·1'),
      Txns.parse('1·1-1·4 2·1'),
    );
    const tree = restore(disk);
    expect(Txns.text(tree.history)).toBe('1·1-1·4 2·1-2·3');
    expect(Txns.text(tree.committedLog)).toBe('2·2-2·3');
  });

  it('begins a new log file after a start and after a TRUNC', () => {
    const disk = withLogged(blankDisk, Txns.parse('1·1-1·3'), false);
    expect(logFiles(withLogged(disk, Txns.parse('1·4'), true)).map(Txns.text)).toEqual(['1·1-1·4']);
    expect(logFiles(withLogged(disk, Txns.parse('1·4'), false)).map(Txns.text)).toEqual([
      '1·1-1·3',
      '1·4',
    ]);
    expect(logFiles(truncated(disk, parseZxid('1·2'))).map(Txns.text)).toEqual(['1·1-1·2']);
  });
});

describe('a log', () => {
  const source = fc
    .array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 })
    .map((counts) =>
      counts.reduce<Txns.TxnLog>(
        (log, to, epoch) => Txns.append(log, { epoch, from: 1, to }),
        Txns.EMPTY,
      ),
    );

  it('reads what it writes', () => {
    fc.assert(
      fc.property(source, (log) => {
        expect(Txns.parse(Txns.text(log))).toEqual(log);
      }),
    );
  });

  it('is its part up to a zxid and its part after it', () => {
    fc.assert(
      fc.property(source, fc.nat(4), fc.nat(9), (log, epoch, counter) => {
        const at = { epoch, counter };
        expect(Txns.concat(Txns.upTo(log, at), Txns.after(log, at))).toEqual(log);
        expect(Txns.size(Txns.upTo(log, at)) + Txns.size(Txns.after(log, at))).toBe(Txns.size(log));
      }),
    );
  });

  it('keeps as many of the newest as are asked for', () => {
    fc.assert(
      fc.property(source, fc.nat(40), (log, count) => {
        expect(Txns.zxids(Txns.newest(log, count))).toEqual(
          Txns.zxids(log).slice(-count || Infinity),
        );
      }),
    );
  });

  it('shares its past with the log it grew from', () => {
    const log = Txns.parse('1·1-1·8 2·1-2·3');
    expect(Txns.append(log, { epoch: 2, from: 4, to: 4 })?.before).toBe(log?.before);
    expect(Txns.append(log, { epoch: 3, from: 1, to: 1 })?.before).toBe(log);
    expect(Txns.upTo(log, { epoch: 2, counter: 1 })?.before).toBe(log?.before);
    expect(Txns.upTo(log, { epoch: 2, counter: 9 })).toBe(log);
    expect(Txns.after(log, { epoch: 1, counter: 0 })).toBe(log);
    expect(Txns.newest(log, 11)).toBe(log);
  });

  it('says what is no log', () => {
    expect(() => Txns.parse('1·3-1·1')).toThrow('not a range');
    expect(() => Txns.parse('2·1 1·1')).toThrow('not in ascending order');
    expect(() => Txns.parse('x')).toThrow("not a zxid: 'x'");
  });
});
