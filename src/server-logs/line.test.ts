import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from './line.ts';
import { ServerLogs } from './logs.ts';
import { saidBy, writerOf } from './said.ts';
import { filesOf } from '../../scripts/server-log-fixtures.ts';

const QUORUM_PEER = {
  '3.3, without the server’s number':
    '2010-03-01 12:00:00,123 - INFO  [QuorumPeer:/0:0:0:0:0:0:0:0:2181:QuorumPeer@621] - LOOKING',
  '3.4 and 3.5, log4j':
    '2014-03-01 12:00:00,123 [myid:1] - INFO  [QuorumPeer[myid=1]/0:0:0:0:0:0:0:0:2181:QuorumPeer@774] - LOOKING',
  '3.8, log4j':
    '2026-11-21 03:22:44,537 [myid:1] - INFO  [QuorumPeer[myid=1](plain=127.0.0.1:23801)(secure=disabled):QuorumPeer@1455] - LOOKING',
  '3.8 and 3.9, logback':
    '2024-03-01 12:00:00,123 [myid:1] - INFO  [QuorumPeer[myid=1](plain=0.0.0.0:2181)(secure=disabled):o.a.z.s.q.QuorumPeer@1448] - LOOKING',
  Kafka: '[2024-03-01 12:00:00,123] INFO LOOKING (org.apache.zookeeper.server.quorum.QuorumPeer)',
  Cloudera: '2015-03-01 12:00:00,123 INFO org.apache.zookeeper.server.quorum.QuorumPeer: LOOKING',
  'docker compose':
    'zoo1-1  | 2024-03-01 12:00:00,123 [myid:1] - INFO  [QuorumPeer[myid=1](plain=0.0.0.0:2181)(secure=disabled):o.a.z.s.q.QuorumPeer@1448] - LOOKING',
  'kubectl --timestamps':
    '2024-03-01T11:59:59.999123456Z 2024-03-01 12:00:00,123 [myid:1] - INFO  [QuorumPeer[myid=1](plain=0.0.0.0:2181)(secure=disabled):o.a.z.s.q.QuorumPeer@1448] - LOOKING',
};

describe('the head of a line', () => {
  it.each(Object.entries(QUORUM_PEER))('is found in the pattern of %s', (_, line) => {
    const head = headOf(line);
    expect(head).toMatchObject({ logger: 'QuorumPeer', text: 'LOOKING' });
    expect(head?.when).toMatch(/ (?:12:00:00,123|03:22:44,537)$/u);
    expect(head === null ? null : saidBy({ ...head, more: '' })).toEqual({
      rule: 'looking',
      data: {},
    });
  });

  it('names the server where the line does, by its number or by its thread', () => {
    const by = (line: string): number | null => {
      const head = headOf(line);
      return head === null ? null : (head.myid ?? writerOf(head));
    };
    expect(by(QUORUM_PEER['3.8 and 3.9, logback'])).toBe(1);
    expect(by(QUORUM_PEER['3.8 and 3.9, logback'].replace('[myid:1]', '[myid:]'))).toBe(1);
    expect(by(QUORUM_PEER.Kafka)).toBeNull();
  });

  it('is none without a date and a level', () => {
    for (const line of [
      '',
      'java.net.ConnectException: Connection refused',
      '\tat java.base/java.lang.Thread.run(Thread.java:840)',
      '2024-03-01 12:00:00,123 nothing',
      '2024-13-41 12:00:00,123 [myid:1] - INFO  [main:QuorumPeer@1] - LOOKING',
      '| 3  | /  /',
    ]) {
      expect(headOf(line)).toBeNull();
    }
  });
});

const said = (logger: string, text: string, more = '') =>
  saidBy({ logger, text, thread: '', more });

describe('what a line says, in the words of each version', () => {
  it('is a vote that was heard', () => {
    const heard = {
      rule: 'heard',
      data: {
        from: 1,
        state: 'LOOKING',
        leader: 3,
        zxid: '1·7',
        round: 2,
        epoch: 1,
        mine: 'FOLLOWING',
      },
    };
    const like = [
      // 3.4
      'Notification: 1 (message format version), 3 (n.leader), 0x100000007 (n.zxid), 0x2 (n.round), LOOKING (n.state), 1 (n.sid), 0x1 (n.peerEpoch) FOLLOWING (my state)',
      // Before 3.4.6
      'Notification: 3 (n.leader), 0x100000007 (n.zxid), 0x2 (n.round), LOOKING (n.state), 1 (n.sid), 0x1 (n.peerEPoch), FOLLOWING (my state)',
      // 3.5
      'Notification: 2 (message format version), 3 (n.leader), 0x100000007 (n.zxid), 0x2 (n.round), LOOKING (n.state), 1 (n.sid), 0x1 (n.peerEPoch), FOLLOWING (my state)0 (n.config version)',
      // 3.6 to 3.9
      'Notification: my state:FOLLOWING; n.sid:1, n.state:LOOKING, n.leader:3, n.round:0x2, n.peerEpoch:0x1, n.zxid:0x100000007, message format version:0x2, n.config version:0x0',
    ];
    for (const text of like) expect(said('FastLeaderElection', text)).toEqual(heard);
  });

  it('is a vote of an observer, which is for nobody', () => {
    const text =
      'Notification: my state:LOOKING; n.sid:4, n.state:LOOKING, n.leader:-9223372036854775808, n.round:0x1, n.peerEpoch:0x8000000000000000, n.zxid:0x8000000000000000, message format version:0x2, n.config version:0x0';
    expect(said('FastLeaderElection', text)?.data).toMatchObject({
      leader: -1,
      zxid: null,
      epoch: null,
    });
  });

  it('is an election that begins, and how long it took', () => {
    for (const gap of [' ', '  ']) {
      const text = `New election. My id =${gap}2, proposed zxid=0x200000003`;
      expect(said('FastLeaderElection', text)?.data).toEqual({ candidate: 2, zxid: '2·3' });
    }
    for (const unit of ['', ' MS']) {
      const text = `LEADING - LEADER ELECTION TOOK - 245${unit}`;
      expect(said('Leader', text)).toEqual({ rule: 'election-took', data: { ms: 245 } });
    }
  });

  it('is how a learner is synchronised', () => {
    const of = { learner: 2, max: '1·3', min: '1·1', peerLast: '1·2' };
    const old =
      'Synchronizing with Follower sid: 2 maxCommittedLog=0x100000003 minCommittedLog=0x100000001 peerLastZxid=0x100000002';
    expect(said('LearnerHandler', old)?.data).toMatchObject(of);
    const now =
      'Synchronizing with Learner sid: 2 maxCommittedLog=0x100000003 minCommittedLog=0x100000001 lastProcessedZxid=0x100000003 peerLastZxid=0x100000002';
    expect(said('LearnerHandler', now)?.data).toEqual({ ...of, last: '1·3' });
    for (const [text, how, zxid, learner] of [
      ['Sending DIFF', 'DIFF', null, null],
      ['Sending DIFF zxid=0x100000003  for peer sid: 2', 'DIFF', '1·3', 2],
      ['Sending TRUNC zxid to follower side', 'TRUNC', null, null],
      ['Sending TRUNC zxid=0x100000001 for peer sid: 2', 'TRUNC', '1·1', 2],
      [
        'Sending snapshot last zxid of peer is 0x0  zxid of leader is 0x100000003sent zxid of db as 0x100000003',
        'SNAP',
        null,
        null,
      ],
    ] as const) {
      expect(said('LearnerHandler', text)).toEqual({
        rule: 'sync-sent',
        data: { how, zxid, learner },
      });
    }
    expect(said('Learner', 'Getting a snapshot from leader')?.data).toEqual({
      how: 'SNAP',
      zxid: null,
    });
  });

  it('is a quorum behind a leader', () => {
    for (const sids of ['[ 1,3 ]', '[[1, 3]]', '[ [1, 3] ]']) {
      const text = `Have quorum of supporters, sids: ${sids}; starting up and setting last processed zxid: 0x500000000`;
      expect(said('Leader', text)).toEqual({
        rule: 'leader-established',
        data: { epoch: 5, sids: '1, 3' },
      });
    }
    const oldest =
      'Have quorum of supporters; starting up and setting last processed zxid: 0x500000000';
    expect(said('Leader', oldest)?.data).toEqual({ epoch: 5, sids: null });
  });

  it('is why a leader or a follower gives up, also where only the exception behind the line says it', () => {
    const reason = 'Not sufficient followers synced, only synced with sids: [ 1 ]';
    for (const [text, more] of [
      [`Shutdown called. For the reason ${reason}`, ''],
      ['Shutdown called', `java.lang.Exception: shutdown Leader! reason: ${reason}`],
      [`Shutting down leader, reason: ${reason}`, ''],
    ] as const) {
      expect(said('Leader', text, more)).toEqual({ rule: 'leader-stops', data: { reason } });
    }
    expect(said('Follower', 'Exception when following the leader', 'java.io.EOFException')).toEqual(
      {
        rule: 'learner-stops',
        data: { reason: 'java.io.EOFException' },
      },
    );
  });

  it('is nothing where another class says it, or words that are not known', () => {
    expect(said('SomethingElse', 'LOOKING')).toBeNull();
    expect(said('QuorumPeer', 'LOOKING for something')).toBeNull();
    expect(said('FastLeaderElection', 'Notification: nothing that is known')).toBeNull();
  });
});

describe('any text at all', () => {
  const word = fc.constantFrom(
    ...[
      '2024-01-01 12:00:00,123',
      '[myid:1]',
      '[myid:',
      ' - INFO  [',
      ']',
      '] - ',
      'main:',
      '@12',
      '(',
      ')',
      '\r\n',
      '\n',
    ],
    ...[
      'QuorumPeer',
      'FastLeaderElection',
      'LOOKING',
      'Notification: ',
      'n.sid:1',
      'n.leader:',
      '0x1',
      '\tat ',
      'sids: [[1]]',
    ],
    ...[
      'New election. My id = 1, proposed zxid=0x',
      'Sending DIFF',
      'for peer sid: 9',
      'Peer state changed: following',
      ' - ',
      'é中',
    ],
  );
  const text = fc
    .array(fc.oneof(word, fc.string({ maxLength: 12 })), { maxLength: 80 })
    .map((all) => all.join(''));

  it('is read without failing, and each of its lines is told or counted', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const files = Object.fromEntries(texts.map((one, i) => [`server${i + 1}.log`, one]));
        const logs = new ServerLogs(filesOf(files));
        const lines = logs.view.files.reduce((sum, file) => sum + file.lines, 0);
        const told = logs.view.files.reduce((sum, file) => sum + file.told, 0);
        const skipped = logs.view.skipped.reduce((sum, { count }) => sum + count, 0);
        expect(told + skipped).toBe(lines);
        for (let at = 0; at <= logs.events.length; at++) expect(logs.frame(at).position).toBe(at);
        for (const { id, count } of logs.view.skipped) {
          const shown = logs.ask({ ask: 'lines', kind: id, first: 0 });
          expect(shown.ask === 'lines' ? shown.lines.length : -1).toBe(Math.min(count, 100));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes no longer for what is made to take long', () => {
    // Each of them would take hours if a pattern went back over what it has read.
    const LONG = 200_000;
    for (const part of [
      'a',
      ' ',
      '[',
      '] ',
      '2024-01-01 12:00:00 ',
      ' (a.b',
      '@1',
      ': ',
      'sid: 1 ',
      '[myid=1]',
    ]) {
      const line = part.repeat(LONG / part.length);
      for (const begin of [
        '',
        '2024-01-01 12:00:00,123 [myid:1] - INFO  [',
        '2024-01-01 12:00:00,123 [myid:1] - INFO  [main:Leader@1] - Have quorum of supporters, sids: ',
      ]) {
        const logs = new ServerLogs(filesOf({ 'server1.log': `${begin}${line}\n${line}` }));
        expect(logs.view.files[0]?.lines).toBe(2);
      }
    }
  });
});
