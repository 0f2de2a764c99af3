import type {
  ElectionDetail,
  ElectionServerView,
  LogCellView,
  VoteView,
} from '../view/election.ts';
import type { Frame, MessageShape, MessageView, ProcessView } from '../view/frame.ts';
import type { Zxid } from '../view/zxid.ts';

/**
 * Frames written as text pictures, for tests and for the gallery of drawings:
 *
 *     S1 LOOKING 2·7→S1 r3 [2·5 2·6 2·7]     a vote, its round, the log
 *     S2 LEADING [… 2·6 (2·7)]               … older cells hidden, (not yet committed)
 *     S3 CRASHED | S4 OFF | S5 PAUSED LOOKING 2·5→S5
 *     S6 OBSERVING observer
 */

export type ElectionFrame = Frame<ElectionDetail>;

const NOW = 19_000;
const LATENCY = 20_000;

const zxid = (word: string): Zxid => {
  const [epoch, counter] = word.split('·').map(Number);
  if (epoch === undefined || counter === undefined) throw new Error(`no zxid: ${word}`);
  return { epoch, counter };
};

const vote = (word: string): VoteView => {
  const [seen, leader] = word.split('→');
  if (seen === undefined || leader === undefined) throw new Error(`no vote: ${word}`);
  const at = zxid(seen);
  return { leader: Number(leader.slice(1)), zxid: at, peerEpoch: at.epoch };
};

const cell = (word: string): LogCellView => ({
  zxid: zxid(word.replaceAll(/[()]/g, '')),
  committed: !word.startsWith('('),
});

const STATES = ['LOOKING', 'READ-ONLY', 'FOLLOWING', 'LEADING', 'OBSERVING', 'STANDALONE'];

function server(line: string): { process: ProcessView; detail: ElectionServerView } {
  const log = /\[(.*)\]/.exec(line)?.[1] ?? '';
  const words = line
    .replace(/\[.*\]/, '')
    .trim()
    .split(/\s+/);
  const name = words[0] ?? 'S0';
  const pid = Number(name.slice(1));
  const state = words.find((word) => STATES.includes(word)) ?? 'LOOKING';
  const cells = log.split(/\s+/).filter((word) => word !== '' && word !== '…');
  const voted = words.find((word) => word.includes('→'));
  const round = words.find((word) => /^r\d+$/.test(word));
  const last = cells.at(-1) ?? '0·0';
  const seen = cell(last).zxid;
  const liveness = words.includes('CRASHED')
    ? 'crashed'
    : words.includes('OFF')
      ? 'off'
      : words.includes('PAUSED')
        ? 'paused'
        : 'up';
  return {
    process: {
      pid,
      name,
      liveness,
      dark: false,
      diskless: false,
      state,
      machineState: state.toLowerCase(),
    },
    detail: {
      sid: pid,
      observer: words.includes('observer'),
      phase: state === 'LOOKING' || state === 'READ-ONLY' ? 'ELECTION' : 'BROADCAST',
      round: round === undefined ? 1 : Number(round.slice(1)),
      vote: voted === undefined ? null : vote(voted),
      leader: null,
      currentEpoch: seen.epoch,
      acceptedEpoch: seen.epoch,
      zxid: seen,
      log: cells.map(cell),
      logHidden: log.startsWith('…') ? 4 : 0,
      serving: state === 'LEADING' || state === 'FOLLOWING',
      box: [],
      comparison: null,
    },
  };
}

/** A frame from its servers, separated by `|`. */
export const ensemble = (
  picture: string,
  more: Partial<Omit<ElectionFrame, 'detail'>> & { readonly detail?: Partial<ElectionDetail> } = {},
): ElectionFrame => {
  const servers = picture.split('|').map((line) => server(line.trim()));
  const voters = servers.filter(({ detail }) => !detail.observer).map(({ detail }) => detail.sid);
  const { detail, ...rest } = more;
  return {
    branch: 0,
    position: 61,
    length: 94,
    time: NOW,
    nextTime: NOW + 1000,
    nextInteresting: NOW + 1000,
    processes: servers.map((one) => one.process),
    messages: [],
    links: [],
    partition: [],
    invariants: ['at most one established leader'],
    violations: [],
    structure: 1,
    ...rest,
    detail: {
      profile: 'golden',
      quorum: Math.floor(voters.length / 2) + 1,
      voters,
      established: null,
      notifications: 12,
      servers: servers.map((one) => one.detail),
      ...detail,
    },
  };
};

/**
 * Messages from lines like `S2>S4 vote "2·7 → S2" S2 75%`: way, shape, full label, short label
 * (its number is the claim) and how far it has come, or `held`, or `lost 40%`;
 * `+40`: so many more wait with it.
 */
export const messages = (picture: string): readonly MessageView[] =>
  picture
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, id) => {
      const found =
        /^S(\d+)>S(\d+) (\S+) "(.*)" (\S+) (held|lost)? ?(\d+)?%?( routine)?(?: \+(\d+))?$/.exec(
          line,
        );
      if (found === null) throw new Error(`no message: ${line}`);
      const [, from, to, shape, label, short, status, percent, routine, piled] = found;
      const sentAt = NOW - (Number(percent ?? 0) / 100) * LATENCY;
      return {
        id,
        from: Number(from),
        to: Number(to),
        kind: shape === 'vote' ? 'notification' : (shape ?? ''),
        // The fixtures name existing shapes; a wrong one would draw nothing and be seen.
        shape: shape as MessageShape,
        claim: /\d+/.test(short ?? '') ? Number(/\d+/.exec(short ?? '')?.[0]) : null,
        label: label ?? '',
        short: short ?? '',
        sentAt,
        leftAt: sentAt,
        arrivesAt: sentAt + LATENCY,
        status: status === 'held' ? 'held' : status === 'lost' ? 'lost' : 'flying',
        nature: 'tcp',
        routine: routine !== undefined,
        piled: Number(piled ?? 0),
      };
    });

/** Cuts of both directions between all members of different groups, with the partition. */
export const parted = (
  groups: readonly (readonly number[])[],
): Pick<Frame, 'links' | 'partition'> => ({
  partition: groups,
  links: groups.flatMap((group, i) =>
    groups.flatMap((other, j) =>
      i === j ? [] : group.flatMap((from) => other.map((to) => cut(from, to))),
    ),
  ),
});

export const cut = (from: number, to: number): Frame['links'][number] => ({
  from,
  to,
  cut: true,
  latency: null,
  loss: 0,
  duplication: 0,
});

/** Screen 1 of the design: five servers vote after a crash; S2's vote is about to reach S4. */
export const voting = (): ElectionFrame => {
  const frame = ensemble(
    'S1 LOOKING 2·7→S1 r3 [2·5 2·6 2·7] | S2 LOOKING 2·7→S2 r3 [2·5 2·6 2·7] | ' +
      'S3 CRASHED r3 [2·5 2·6 2·7] | S4 LOOKING 2·7→S1 r3 [2·4 2·5] | S5 LOOKING 2·7→S2 r3 [2·4 2·5]',
    {
      messages: messages(`
        S1>S2 vote "2·7 → S1" S1 73%
        S2>S1 vote "2·7 → S2" S2 73%
        S2>S4 vote "2·7 → S2" S2 82%
        S4>S2 vote "2·5 → S4" S4 82%
        S4>S1 vote "2·7 → S1" S1 99%
        S4>S2 vote "2·7 → S1" S1 45%
        S4>S5 vote "2·7 → S1" S1 72%
        S5>S1 vote "2·7 → S2" S2 45%
        S5>S2 vote "2·7 → S2" S2 83%
        S5>S4 vote "2·7 → S2" S2 60%`),
    },
  );
  const heard = { leader: 1, zxid: { epoch: 2, counter: 7 }, peerEpoch: 2 };
  const own = { leader: 4, zxid: { epoch: 2, counter: 5 }, peerEpoch: 2 };
  return {
    ...frame,
    detail: {
      ...frame.detail,
      servers: frame.detail.servers.map((one) =>
        one.sid === 4
          ? {
              ...one,
              comparison: {
                heardFrom: 1,
                heard,
                own,
                by: 'zxid',
                switched: true,
                at: NOW - 10_000,
              },
            }
          : one,
      ),
    },
  };
};

/** A leader at work with four followers, one proposal on its way. */
export const working = (): ElectionFrame =>
  ensemble(
    'S1 FOLLOWING [… 3·1 3·2 (3·3)] | S2 FOLLOWING [… 3·1 3·2 (3·3)] | ' +
      'S3 FOLLOWING [… 3·1 3·2] | S4 FOLLOWING [… 3·1 3·2] | S5 LEADING [… 3·1 3·2 (3·3)]',
    {
      messages: messages(`
        S5>S3 proposal "3·3" 3·3 60%
        S5>S4 proposal "3·3" 3·3 80%
        S1>S5 ack "3·3" 3·3 40%
        S2>S5 ack "3·3" 3·3 10%
        S5>S1 ping "" ping 50% routine`),
      detail: { established: { leader: 5, epoch: 3 } },
    },
  );

/** Many servers, and messages from each to each until there are enough. */
export const crowd = (servers: number, count: number): ElectionFrame => {
  const names = Array.from({ length: servers }, (_, i) => i + 1);
  const pairs = names.flatMap((from) =>
    names.filter((to) => to !== from).map((to) => ({ from, to })),
  );
  const lines = Array.from({ length: count }, (_, i) => {
    const pair = pairs[(i * 7) % pairs.length] ?? { from: 1, to: 2 };
    const claim = (i % servers) + 1;
    return `S${pair.from}>S${pair.to} vote "1·${i % 10} → S${claim}" S${claim} ${(i * 37) % 100}%`;
  });
  return ensemble(names.map((n) => `S${n} LOOKING 1·${n}→S${n} r2 [1·1 1·2 1·3]`).join(' | '), {
    messages: messages(lines.join('\n')),
  });
};
