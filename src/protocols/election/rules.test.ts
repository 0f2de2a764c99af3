import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLeader, put, receivedFollowingNotification, support } from './ballot-box.ts';
import { configOf } from './config.ts';
import { getEpochToPropose, isMoreRecentThan } from './discovery.ts';
import { quorumOf } from './majority.ts';
import type { Leading } from './server.ts';
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
