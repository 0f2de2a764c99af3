import type { Fact, StepMessage, StepRecord } from '../view/fact.ts';
import type { Mark } from '../view/frame.ts';
import type { MachineView } from '../view/inspect.ts';

/**
 * Step records from a text picture, one event a line, times in ms:
 *
 *     0 S1 start                  a server starts
 *     9 S4 < S1@0 "2·7 → S1" S1   the message that S1 sent at 0 arrives at S4
 *     9 S4 < S1@0 "2·7 → S1" S1 ! … and S4 changes its mind, a fact
 *     12 S3 crash
 */
export const story = (picture: string): readonly StepRecord[] => {
  const records: StepRecord[] = [];
  const lines = picture
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const sends = new Map<number, StepMessage[]>();
  lines.forEach((line, step) => {
    const [ms, name, ...rest] = line.split(/\s+/);
    const time = Number(ms) * 1000;
    const pid = Number(name?.slice(1));
    const fact = (rule: string): Fact => ({ step, time, pid, rule, cause: null, data: {} });
    const base = { step, time, pid, routine: false, message: null, sent: [], facts: [] };
    const found = /^< S(\d+)@([\d.]+) "(.*)" (\S+)( !)?$/.exec(rest.join(' '));
    if (found === null) {
      const crash = rest[0] === 'crash';
      records.push({
        ...base,
        kind: crash ? 'intervention' : 'start',
        facts: [fact(crash ? 'crashed' : 'started')],
      });
      return;
    }
    const [, from, sentAt, label, short, changed] = found;
    const sentStep = records.findLast(
      (record) => record.pid === Number(from) && record.time <= Number(sentAt) * 1000,
    )?.step;
    const message: StepMessage = {
      id: 100 + step,
      from: Number(from),
      to: pid,
      kind: 'notification',
      label: label ?? '',
      claim: Number(short?.slice(1)),
      sentStep: sentStep ?? 0,
      sentAt: Number(sentAt) * 1000,
    };
    const list = sends.get(message.sentStep);
    if (list === undefined) sends.set(message.sentStep, [message]);
    else list.push(message);
    records.push({
      ...base,
      kind: 'deliver',
      message,
      facts: changed === undefined ? [] : [fact('vote-switched')],
    });
  });
  return records.map((record) => ({ ...record, sent: sends.get(record.step) ?? [] }));
};

/** The first 19 ms of screen 1: each votes for itself, then S4 and S5 change their votes. */
export const votingStory = (): readonly StepRecord[] =>
  story(`
    0 S1 start
    0 S2 start
    0 S4 start
    0 S5 start
    9 S1 < S4@0 "2·5 → S4" S4
    9 S4 < S1@0 "2·7 → S1" S1 !
    10 S2 < S5@0 "2·5 → S5" S5
    10 S5 < S2@0 "2·7 → S2" S2 !
    14 S4 < S5@0 "2·5 → S5" S5
    14 S5 < S4@0 "2·5 → S4" S4
    17 S1 < S5@0 "2·5 → S5" S5
    17 S5 < S1@0 "2·7 → S1" S1
    18 S1 < S4@9 "2·7 → S1" S1`);

/** Two elections with a long quiet stretch between them. */
export const quietStory = (): readonly StepRecord[] =>
  story(`
    0 S1 start
    0 S2 start
    0 S3 start
    8 S1 < S3@0 "1·0 → S3" S3 !
    9 S2 < S3@0 "1·0 → S3" S3 !
    15 S3 < S1@8 "1·0 → S3" S3
    16 S3 < S2@9 "1·0 → S3" S3
    9000 S3 crash
    9012 S2 < S1@8 "1·0 → S2" S2 !
    9018 S1 < S2@9012 "1·0 → S2" S2`);

const mark = (
  position: number,
  kind: string,
  pid: number | null = null,
  duration = 0,
  since = position,
): Mark => ({
  position,
  time: position * 1000,
  kind,
  pid,
  duration,
  since,
});

/** Commits, a crash, an election, and what comes after it. */
export const votingMarks = (): readonly Mark[] => [
  ...[4, 9, 14, 19, 24, 29, 34].map((at) => mark(at, 'commit-sent')),
  mark(38, 'crashed', 3),
  mark(43, 'looking', 1),
  mark(44, 'looking', 2),
  mark(80, 'leader-established', 2),
  mark(88, 'started', 3),
];

export const busyMarks = (): readonly Mark[] => [
  ...[1, 2, 3, 4, 5].map((pid) => mark(pid, 'started', pid)),
  mark(6, 'looking', 1),
  mark(40, 'leader-established', 3),
  mark(60, 'quiet', null, 42_000_000, 46),
  mark(61, 'partitioned'),
  mark(75, 'invariant-violated', 2),
  mark(80, 'healed'),
  mark(82, 'quiet', null, 8_000_000, 81),
  mark(90, 'crashed', 3),
  mark(92, 'crashed', 4),
];

/** A machine from `A, B (B1, B2)` and `A > B: event [guard]` lines. */
export const machine = (states: string, arrows: string, current: string): MachineView => {
  const paths: string[] = [];
  let prefix: string[] = [];
  for (const token of states.match(/[\w]+|[()]/g) ?? []) {
    if (token === '(') prefix = (paths.at(-1) ?? '').split('.');
    else if (token === ')') prefix = prefix.slice(0, -1);
    else paths.push([...prefix, token].join('.'));
  }
  return {
    id: 'peer',
    current,
    states: paths.map((path, i) => ({
      path,
      parent: path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : null,
      initial: i === 0,
    })),
    transitions: arrows
      .split('\n')
      .map((line) => /^\s*(\S+) > (\S+):\s*([A-Z_]*)\s*(?:\[(\w+)\])?/.exec(line))
      .filter((found) => found !== null)
      .map(([, from, to, event, guard]) => ({
        from: from ?? '',
        to: to ?? '',
        event: event ?? '',
        guard: guard ?? null,
      })),
  };
};

/** The machine of a ZooKeeper server. */
export const peer = (current: string): MachineView =>
  machine(
    `STARTING, STANDALONE, LOOKING (counting, electing, finalizing),
     FOLLOWING (connecting, discovery, synchronization, broadcast),
     OBSERVING (connecting, discovery, synchronization, broadcast, pausing),
     LEADING (discovery (collecting, proposing, acknowledging), synchronization, broadcast)`,
    `STARTING > STANDALONE: [standsAlone]
     STARTING > LOOKING:
     LOOKING > LEADING: NOTIFICATION [electsMe]
     LOOKING > OBSERVING: NOTIFICATION [electsForObserver]
     LOOKING > FOLLOWING: NOTIFICATION [electsAnother]
     LOOKING.counting > LOOKING.finalizing: [hasQuorum]
     LOOKING.counting > LOOKING.electing:
     LOOKING.finalizing > LEADING: FINALIZE_WAIT [iAmCandidate]
     LOOKING.finalizing > FOLLOWING: FINALIZE_WAIT
     FOLLOWING.connecting > FOLLOWING.discovery: CONNECTED [reachesLeader]
     FOLLOWING.connecting > LOOKING: CONNECT_TIMEOUT
     FOLLOWING.discovery > FOLLOWING.synchronization: EPOCH_WRITTEN [isOfThisRole]
     FOLLOWING.discovery > LOOKING: READ_TIMEOUT
     FOLLOWING.synchronization > FOLLOWING.broadcast: UPTODATE [isFromMyLeader]
     FOLLOWING.broadcast > LOOKING: READ_TIMEOUT
     OBSERVING.connecting > OBSERVING.discovery: CONNECTED [reachesLeader]
     OBSERVING.discovery > OBSERVING.synchronization: EPOCH_WRITTEN [isOfThisRole]
     OBSERVING.synchronization > OBSERVING.broadcast: UPTODATE [isFromMyLeader]
     OBSERVING.broadcast > OBSERVING.pausing: READ_TIMEOUT
     OBSERVING.pausing > LOOKING: OBSERVER_DELAY
     LEADING > LOOKING: PHASE_TIMEOUT
     LEADING.discovery.collecting > LEADING.discovery.proposing: [isEpochAgreed]
     LEADING.discovery.proposing > LEADING.discovery.acknowledging: EPOCH_WRITTEN [isOfThisRole]
     LEADING.discovery.acknowledging > LEADING.synchronization: [isEpochAcknowledged]
     LEADING.synchronization > LEADING.broadcast: [isSynchronised]
     LEADING.broadcast > LOOKING: TICK [lostQuorum]`,
    current,
  );
