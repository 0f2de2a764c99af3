/** Ensembles drawn from pictures, for tests, the gallery of drawings and the bench. */
import type { Liveness, MessageView } from '../../../view/frame.ts';
import type { TxnCellView } from '../../../view/zookeeper-cell.ts';
import type { MemberView } from '../../../view/zookeeper-member.ts';
import type { ZooKeeperClientView, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import type { Zxid } from '../../../view/zxid.ts';
import { world } from '../fixtures.ts';
import type { ZooKeeperFrame } from '../fixtures.ts';

const zxid = (text: string): Zxid => {
  const [epoch = 0, counter = 0] = text.split('·').map(Number);
  return { epoch, counter };
};

const cell = (word: string, index: number): TxnCellView => ({
  index,
  zxid: zxid(word.replaceAll(/[?~]/gu, '')),
  type: 'setData',
  path: '/app/x',
  session: '0x0',
  failed: false,
  durable: !word.includes('?'),
  applied: true,
  beginsFile: false,
});

const DOWN: Readonly<Record<string, Liveness>> = {
  CRASHED: 'crashed',
  OFF: 'off',
  PAUSED: 'paused',
};

export interface Member {
  readonly pid: number;
  readonly state: string;
  readonly view: ZooKeeperServerView;
}

/**
 * `S1 FOLLOWING 3 knows 1·4: 1·3 1·4 1·5? ~1·2`: its state, whom it follows, the newest that it knows
 * to be committed; `?` is not on disk yet, `~` was taken. `votes 2` while it looks.
 */
function member(picture: string): Member {
  const found =
    /^S(\d+) (\S+)(?: (\d+))?(?: votes (\d+))?(?: knows (\d+·\d+))?(?: in (\w+)(?: (\w+))?)?:(.*)$/u.exec(
      picture.trim(),
    );
  if (found === null) throw new Error(`no member: ${picture}`);
  const [, sid, state = '', leader, votes, knows = '0·0', phase = 'BROADCAST', sync, rest = ''] =
    found;
  const words = rest.split(' ').filter((word) => word !== '');
  const log = words.filter((word) => !word.startsWith('~')).map(cell);
  const [alone] = world({ clients: [] }).detail.servers;
  if (alone === undefined) throw new Error('no server');
  const view: MemberView = {
    observer: state === 'OBSERVING',
    phase: state === 'LOOKING' ? 'ELECTION' : phase,
    round: 1,
    vote: votes === undefined ? null : { leader: Number(votes), zxid: zxid(knows), peerEpoch: 1 },
    leader: leader === undefined ? null : Number(leader),
    currentEpoch: zxid(knows).epoch,
    acceptedEpoch: zxid(knows).epoch,
    serving: phase === 'BROADCAST',
    box: [],
    comparison: null,
    logged: log.at(-1)?.zxid ?? zxid('0·0'),
    committed: zxid(knows),
    sync: (sync ?? null) as MemberView['sync'],
    outstanding: [],
    outstandingHidden: 0,
    handlers: [],
    truncated: words.filter((word) => word.startsWith('~')).map(cell),
    reads: 0,
    writes: 0,
    forwarded: 0,
  };
  const pid = Number(sid);
  return {
    pid,
    state,
    view: { ...alone, pid, member: view, log, logLength: log.length, snapshots: [] },
  };
}

/** `1·5 1,3`: a proposal with who has acknowledged it. */
const proposal = (picture: string) => {
  const [of = '', acks = ''] = picture.split(' ');
  return { zxid: zxid(of), acks: acks.split(',').filter(Boolean).map(Number) };
};

interface Picture {
  readonly members: readonly string[];
  /** As in the fixtures of one server, with `@` and the server of each: `α CONNECTED 8/10 @1`. */
  readonly clients?: readonly string[];
  readonly outstanding?: readonly string[];
  /** Of the client of this name: the read that it got is older than this. */
  readonly stale?: Readonly<Record<string, string>>;
  readonly messages?: readonly MessageView[];
  /** By sid, each with its group, counted from 1, and its weight: `1/2`. */
  readonly weights?: Readonly<Record<number, string>>;
}

export function ensemble(
  { members, clients = [], outstanding = [], stale = {}, messages = [], weights = {} }: Picture,
  more: Partial<Omit<ZooKeeperFrame, 'detail'>> = {},
): ZooKeeperFrame {
  const read = members.map(member);
  const homes = clients.map((one) => Number(/@(\d+)/.exec(one)?.[1] ?? 0));
  const alone = world({ clients: clients.map((one) => one.replace(/ @\d+/, '')) });
  const leader = read.find(({ state }) => state === 'LEADING');
  const servers = read.map(({ view, state }) =>
    state === 'LEADING' && view.member !== null
      ? { ...view, member: { ...view.member, outstanding: outstanding.map(proposal) } }
      : view,
  );
  const voters = read.filter(({ view }) => view.member?.observer !== true).map(({ pid }) => pid);
  const guests = alone.detail.clients.map((client, i): ZooKeeperClientView => {
    const behind = stale[client.name];
    const answer = client.asked?.answer ?? null;
    return {
      ...client,
      server: homes[i] === 0 ? null : (homes[i] ?? null),
      asked:
        client.asked === null || answer === null || behind === undefined
          ? client.asked
          : { ...client.asked, answer: { ...answer, behind: zxid(behind) } },
    };
  });
  const [first] = alone.detail.servers;
  return {
    ...alone,
    processes: [
      ...read.map(({ pid, state }) => ({
        pid,
        name: `S${pid}`,
        liveness: DOWN[state] ?? ('up' as const),
        dark: false,
        diskless: false,
        state: state === 'CRASHED' || state === 'OFF' ? 'LOOKING' : state,
        machineState: state,
      })),
      ...alone.processes.slice(1),
    ],
    messages,
    ...more,
    detail: {
      ...alone.detail,
      ensemble: {
        voters,
        observers: read.filter(({ view }) => view.member?.observer === true).map(({ pid }) => pid),
        quorum: Math.floor(voters.length / 2) + 1,
        weights: Object.entries(weights).map(([sid, picture]) => {
          const [group = 1, weight = 1] = picture.split('/').map(Number);
          return { sid: Number(sid), group: group - 1, weight };
        }),
        established:
          leader === undefined
            ? null
            : { leader: leader.pid, epoch: leader.view.member?.currentEpoch ?? 0 },
      },
      servers: servers.map((server) => ({
        ...server,
        sessions: server.pid === (leader?.pid ?? 0) ? (first?.sessions ?? []) : [],
      })),
      clients: guests,
    },
  };
}

/** S3 leads; 1·5 is committed and S2 has not heard of it; 1·6 is on its way; β reads at S2. */
export const broadcast = (): ZooKeeperFrame =>
  ensemble({
    members: [
      'S1 FOLLOWING 3 knows 1·5: 1·3 1·4 1·5',
      'S2 FOLLOWING 3 knows 1·4: 1·3 1·4 1·5',
      'S3 LEADING 3 knows 1·5: 1·3 1·4 1·5 1·6?',
    ],
    clients: [
      'α CONNECTED 8.8/10 asks setData /app/x OK 0·5 @1',
      'β CONNECTED 7.4/10 asks getData /app/x @2',
    ],
    outstanding: ['1·6 '],
  });

/** Two of three groups decide; in the second S3 alone has more than half. */
export const grouped = (): ZooKeeperFrame =>
  ensemble({
    members: [
      'S1 FOLLOWING 5 knows 1·4: 1·4 1·5',
      'S2 FOLLOWING 5 knows 1·4: 1·4 1·5',
      'S3 FOLLOWING 5 knows 1·4: 1·4',
      'S4 FOLLOWING 5 knows 1·4: 1·4 1·5',
      'S5 LEADING 5 knows 1·4: 1·4 1·5',
    ],
    weights: { 1: '1/1', 2: '1/1', 3: '2/3', 4: '2/1', 5: '3/1' },
    clients: ['α CONNECTED 8/10 asks setData /x @1'],
    outstanding: ['1·5 1,2,4'],
  });

/** So many voters and observers with so many clients: what is drawn at most. */
export const crowded = (voters = 7, observers = 2, clients = 20): ZooKeeperFrame => {
  const log = Array.from({ length: 12 }, (_, i) => `2·${i + 1}`).join(' ');
  const names = Array.from({ length: clients }, (_, i) => String.fromCharCode(0x3b1 + i));
  return ensemble({
    members: Array.from({ length: voters + observers }, (_, i) =>
      i === voters - 1
        ? `S${i + 1} LEADING ${voters} knows 2·11: ${log}`
        : `S${i + 1} ${i < voters ? 'FOLLOWING' : 'OBSERVING'} ${voters} knows 2·${i % 2 === 0 ? 11 : 10}: ${log}?`,
    ),
    clients: names.map(
      (name, i) =>
        `${name} CONNECTED ${(i % 9) + 1}/10 asks getData /a${i} OK 0·4 @${(i % (voters + observers)) + 1}`,
    ),
    outstanding: [`2·12 1,${voters}`],
  });
};
