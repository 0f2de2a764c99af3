import type { Frame, Liveness, MessageShape, MessageView } from '../../view/frame.ts';
import type { AcceptorView, BallotView, PaxosDetail, PaxosProcessView } from '../../view/paxos.ts';

/** Frames of Paxos runs for the drawings' tests and gallery, written as pictures. */

export type PaxosFrame = Frame<PaxosDetail>;

const NOW = 60_000;
const LATENCY = 10_000;

const acceptorOf = (promised: string | undefined, vote: string | undefined): AcceptorView => {
  const [accBallot, accValue] =
    vote === undefined ? [0, null] : [Number(vote.split(':')[0]), vote.split(':')[1] ?? ''];
  return { promised: promised === undefined ? 0 : Number(promised), accBallot, accValue };
};

/**
 * A group from a line like `A1 pa wants 10% does 5:10% 5/5:10% | A3 a 6/- disk 5/- | L1 l knows 10%`:
 * name and roles, what a proposer wants and does, promise and vote, what of it is on disk.
 */
export const group = (
  picture: string,
  rest: Partial<Omit<PaxosFrame, 'detail'>> & { readonly detail?: Partial<PaxosDetail> } = {},
): PaxosFrame => {
  const parts = picture.split('|').map((part) => part.trim());
  const read = parts.map((part, i) => {
    const found =
      /^(\S+) ([pal]+)(?: (CRASHED|PAUSED|OFF))?(?: wants (\S+))?(?: does (\d+)(?::(\S+))?)?(?: (\d+|-)\/(?:(\d+:\S+)|-))?(?: disk (\d+|-)\/(?:(\d+:\S+)|-))?(?: knows (\S+))?$/.exec(
        part,
      );
    if (found === null) throw new Error(`no process: ${part}`);
    const [
      ,
      name = '',
      roles = '',
      state,
      wants,
      ballot,
      value,
      promise,
      vote,
      kept,
      keptVote,
      knows,
    ] = found;
    const pid = i + 1;
    const number = (text: string | undefined): string | undefined =>
      text === '-' ? undefined : text;
    const acceptor = acceptorOf(number(promise), vote);
    const liveness = { CRASHED: 'crashed', PAUSED: 'paused', OFF: 'off' }[state ?? ''] ?? 'up';
    const doing = ballot === undefined ? 'IDLE' : value === undefined ? 'PREPARING' : 'PROPOSING';
    const view: PaxosProcessView = {
      pid,
      name,
      acceptor: roles.includes('a') ? acceptor : null,
      kept: roles.includes('a')
        ? kept === undefined
          ? acceptor
          : acceptorOf(number(kept), keptVote)
        : null,
      proposer: roles.includes('p')
        ? {
            own: wants ?? null,
            ballot: Number(ballot ?? 0),
            value: value ?? null,
            promises: [],
            accepts: [],
            refusal: null,
            failures: 0,
            rounds: 0,
            leader: null,
            outcome: null,
          }
        : null,
      learner: roles.includes('l')
        ? { learned: knows === undefined ? null : { ballot: 1, value: knows }, reports: [] }
        : null,
    };
    const word = roles.includes('p') ? doing : roles.includes('a') ? 'READY' : 'LISTENING';
    return { pid, name, roles, view, liveness: liveness as Liveness, word };
  });
  const having = (role: string): number[] =>
    read.filter(({ roles }) => roles.includes(role)).map(({ pid }) => pid);
  const acceptors = having('a');
  const { detail, ...frame } = rest;
  return {
    branch: 0,
    position: 39,
    length: 48,
    time: NOW,
    nextTime: NOW + 1000,
    nextInteresting: NOW + 1000,
    processes: read.map(({ pid, name, liveness, word }) => ({
      pid,
      name,
      liveness,
      dark: false,
      diskless: false,
      state: liveness === 'crashed' ? 'CRASHED' : word,
      machineState: '',
    })),
    messages: [],
    links: [],
    partition: [],
    invariants: ['I-Safety'],
    violations: [],
    structure: 1,
    ...frame,
    detail: {
      quorum: Math.floor(acceptors.length / 2) + 1,
      acceptors,
      proposers: having('p'),
      learners: having('l'),
      learning: having('l').length > 0 ? 'L2' : 'none',
      retry: 'immediate',
      byHand: false,
      processes: read.map(({ view }) => view),
      ballots: [],
      prospects: [],
      chosen: [],
      rounds: 6,
      refused: 5,
      messages: 44,
      schedule: null,
      livelock: null,
      ...detail,
    },
  };
};

/** `A1>A3 accept "6: 20%" 2 75%`: way by number, shape, label, colour, how far or `held`, `lost`. */
export const flights = (picture: string): readonly MessageView[] =>
  picture
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, id) => {
      const found = /^(\d+)>(\d+) (\S+) "(.*)" (\d+) (held|lost)? ?(\d+)?%?$/.exec(line);
      if (found === null) throw new Error(`no message: ${line}`);
      const [, from, to, shape, label = '', claim, status, percent] = found;
      const sentAt = NOW - (Number(percent ?? 0) / 100) * LATENCY;
      return {
        id,
        from: Number(from),
        to: Number(to),
        kind: shape ?? '',
        // The fixtures name existing shapes; a wrong one would draw nothing and be seen.
        shape: shape as MessageShape,
        claim: Number(claim),
        label,
        short: label,
        sentAt,
        leftAt: sentAt,
        arrivesAt: sentAt + LATENCY,
        status: status === 'held' ? 'held' : status === 'lost' ? 'lost' : 'flying',
        nature: 'datagram',
        routine: false,
        piled: 0,
      };
    });

export const ballot = (
  number: number,
  value: string | null,
  promised: readonly number[],
  accepted: readonly number[],
  chosen = false,
): BallotView => ({ ballot: number, proposer: null, value, promised, accepted, chosen });

/** Screen 3 of the design: the duel; A3 has promised 6 and refuses the Accept of 5. */
export const duel = (): PaxosFrame =>
  group(
    'A1 pa wants 10% does 5:10% 5/5:10% | A2 a 5/5:10% | A3 a 6/- | A4 a 6/4:20% | A5 pa wants 20% does 6:20% 6/6:20%',
    {
      messages: flights(`
        5>3 accept "6: 20%" 2 35%
        5>4 accept "6: 20%" 2 45%
        2>1 accepted "5" 1 55%
        3>1 refusal "5 < 6" 1 60%`),
      detail: {
        ballots: [ballot(5, '10%', [1, 2, 3], [1, 2]), ballot(6, null, [3, 4, 5], [])],
        prospects: [
          { value: '10%', is: 'possible' },
          { value: '20%', is: 'possible' },
        ],
      },
    },
  );

/** Separate roles: two phases from left to right, a learner at the end. */
export const separate = (acceptors = 3): PaxosFrame => {
  const names = Array.from({ length: acceptors }, (_, i) => `A${i + 1}`);
  return group(
    [
      'P1 p wants X does 3:X',
      'P2 p wants Y does 2',
      ...names.map((name, i) => `${name} a 3/${i < 2 ? '3:X' : '-'}`),
      'L1 l',
    ].join(' | '),
    {
      messages: flights(`
        1>5 accept "3: X" 1 60%
        3>1 accepted "3: X" 1 40%
        4>1 accepted "3: X" 1 70%
        4>${acceptors + 3} accepted "3: X" 1 30%
        3>2 refusal "2 < 3" 2 50%
        2>4 prepare "2" 2 held`),
      detail: { ballots: [ballot(2, null, [], []), ballot(3, 'X', [3, 4, 5], [3, 4])] },
    },
  );
};

/** Four proposers duel among nine acceptors; everybody's requests are under way. */
export const crowdOfNine = (): PaxosFrame =>
  group(
    Array.from({ length: 9 }, (_, i) =>
      i < 4 ? `A${i + 1} pa wants v${i} does ${5 + i} 7/3:v2` : `A${i + 1} a ${5 + (i % 4)}/-`,
    ).join(' | '),
    {
      messages: flights(
        Array.from(
          { length: 36 },
          (_, i) =>
            `${(i % 4) + 1}>${(Math.floor(i / 4) % 9) + 1 === (i % 4) + 1 ? 9 : (Math.floor(i / 4) % 9) + 1} prepare "${5 + (i % 4)}" ${(i % 4) + 1} ${(i * 13) % 100}%`,
        ).join('\n'),
      ),
      detail: {
        ballots: [5, 6, 7, 8].map((number, i) =>
          ballot(number, null, [i + 1, ((i * 2) % 9) + 1, ((i * 5 + 3) % 9) + 1], []),
        ),
      },
    },
  );
