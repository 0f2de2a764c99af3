/** What the page is told of a world of servers. */
import { describe, expect, it } from 'vitest';
import { whyNotLeader } from './answer.ts';
import { interesting } from '../../protocols/election/facts.ts';
import { inspect } from './inspect.ts';
import { describe as describeMessage } from '../../protocols/election/messages.ts';
import { Play } from './testing/play.ts';
import { electionDetail, stateWord } from './project.ts';

const late = (): Play =>
  new Play('S1 at 0\nS2 at 1000\nS3 at 2000\nS4 at 3000\nS5 off').until(3999);

describe('a frame', () => {
  it('has the established leader, votes and logs of all, down or not', () => {
    const play = late();
    play.do({ kind: 'input', pid: 1, name: 'CLIENT_WRITE', data: { ops: 20 } }).until(5000);
    const { established, servers, quorum, notifications } = electionDetail(play.model, play.world);
    expect({ established, quorum, notifications }).toEqual({
      established: { leader: 3, epoch: 1 },
      quorum: 3,
      notifications: 17,
    });
    const [one, , three, , five] = servers;
    expect(one).toMatchObject({ phase: 'BROADCAST', leader: 3, serving: true, logHidden: 8 });
    expect(three?.log.at(-1)).toEqual({ zxid: { epoch: 1, counter: 20 }, committed: true });
    expect(five).toMatchObject({ vote: null, serving: false, log: [] });
  });

  it('keeps the last comparison, and whether the vote changed by it', () => {
    const play = new Play('S1\nS2\nS3').until(10);
    const comparison = electionDetail(play.model, play.world).servers[0]?.comparison;
    expect(comparison).toMatchObject({ heardFrom: 3, by: 'sid', switched: true, at: 10_000 });
  });

  it('has the state word of a server that runs, and says when one does not', () => {
    const play = late().do({ kind: 'kill', pid: 1 });
    const words = play.world.processes.map(stateWord);
    expect(words).toEqual(['CRASHED', 'FOLLOWING', 'LEADING', 'FOLLOWING', 'OFF']);
  });
});

describe('the inspector', () => {
  it('shows role, vote, log, disk and connections; of a server that is down its disk', () => {
    const play = late();
    expect(inspect(play.world, 3).map(({ name }) => name)).toEqual([
      'role',
      'vote',
      'log',
      'disk',
      'connections',
    ]);
    expect(inspect(play.world, 5).map(({ name }) => name)).toEqual(['disk']);
    const disk = inspect(play.world, 3).find(({ name }) => name === 'disk')?.rows;
    expect(disk).toContainEqual({ term: 'acceptedEpoch', value: 1 });
  });
});

describe('why a server does not lead', () => {
  const why = (play: Play, pid: number): string[] =>
    whyNotLeader(play.world, pid, play.facts).map(({ rule }) => rule);

  it('its vote lost, a leader was there before it, it is an observer, it is down', () => {
    const play = late();
    expect(why(play, 1)).toEqual(['why-better-vote', 'vote-switched']);
    expect(why(play, 4)).toEqual(['why-leader-existed', 'joined-established']);
    expect(why(play, 3)).toEqual(['why-leads']);
    expect(why(play, 5)).toEqual(['why-never-started']);
    play.do({ kind: 'kill', pid: 2 }, { kind: 'pause', pid: 4 });
    expect(why(play, 2)).toEqual(['why-down', 'crashed']);
    expect(why(play, 4)[0]).toBe('why-paused');
  });

  it('too few votes agree', () => {
    const play = new Play('S1\nS2 off\nS3 off').until(100);
    expect(why(play, 1)).toEqual(['why-no-quorum']);
    expect(why(new Play('S1\nS2\nS3\nS4 observer').until(1000), 4)).toEqual(['why-observer']);
  });

  it('names the field that decided', () => {
    const play = new Play('S1 epoch 1 zxid 1·8\nS2 epoch 1 zxid 1·7\nS3 epoch 1 zxid 1·7').until(
      1000,
    );
    const [reason] = whyNotLeader(play.world, 3, play.facts);
    expect(reason?.data).toEqual({ leader: 1, by: 'zxid', ownZxid: '1·7', theirZxid: '1·8' });
  });
});

describe('a message', () => {
  it('is labelled with what it claims', () => {
    const vote = { leader: 2, zxid: { epoch: 2, counter: 7 }, peerEpoch: 2 };
    const message = { type: 'NOTIFICATION', state: 'LOOKING', vote, round: 1 };
    expect(describeMessage(message)).toMatchObject({
      shape: 'vote',
      claim: 2,
      label: '2·7 → S2',
      short: 'S2',
      routine: false,
    });
    expect(describeMessage({ type: 'PING' })).toMatchObject({ shape: 'ping', routine: true });
  });
});

describe('marks on the timeline', () => {
  it('are made by the facts that change who leads', () => {
    expect(interesting.has('leader-established')).toBe(true);
    expect(interesting.has('vote-kept')).toBe(false);
  });
});
