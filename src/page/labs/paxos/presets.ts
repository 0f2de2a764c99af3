import type { Condition } from '../../../view/condition.ts';
import type { Pid } from '../../../view/time.ts';
import type { PaxosQuestion } from '../../../view/paxos-ask.ts';
import type { Preset } from '../../../view/preset.ts';
import { buildPaxos } from './set-up/draft.ts';
import type { PaxosPreset } from './set-up/presets.ts';
import { paxosPresets as setUps } from './set-up/presets.ts';
import { fiveMembers } from './initial.ts';
import { lyingAcceptor } from './lying-acceptor.ts';

const wait = (...all: readonly Condition[]) => ({ kind: 'wait', until: { all } }) as const;
const accepted = (pid: Pid, ballot: number): Condition => ({ accepted: { pid, ballot } });
const promised = (pid: Pid, ballot: number): Condition => ({ promised: { pid, ballot } });

/**
 * 20 % has two of the three votes that it needs, and A1 has begun a larger ballot. A3 has heard of
 * neither: what reaches it first, A5's Accept or A1's Prepare, decides.
 */
const decidingVote: Preset = {
  id: 'deciding-vote',
  from: fiveMembers,
  way: [
    wait({ proposes: { pid: 5, value: '20%', ballot: 2 } }),
    { kind: 'input', pid: 1, name: 'PROPOSE', data: { value: '10%' } },
    wait(
      accepted(4, 2),
      accepted(5, 2),
      promised(1, 3),
      promised(2, 3),
      promised(3, 2),
      accepted(3, 0),
      { chosen: 'none' },
    ),
  ],
  selected: 3,
};

/** A set-up of the dialog, opened where these hold in turn. */
const setUp = (id: PaxosPreset, ...moments: readonly Condition[]): Preset => {
  return { id, from: buildPaxos(setUps[id]()).scenario, way: moments.map((until) => wait(until)) };
};

const duel: PaxosQuestion = { ask: 'livelock', mesh: false };

/** What the Paxos lab offers to begin with. */
export const paxosPresets: readonly [Preset, ...(readonly Preset[])] = [
  decidingVote,
  // Two ballots of each: what comes is what has been.
  {
    id: 'livelock',
    from: duel,
    way: [wait({ rows: 12 })],
  },
  setUp('leader', { proposes: { pid: 1, value: '10%' } }),
  setUp('separate', { chosen: 'any' }),
  setUp('four-duel', { ballot: { pid: 7, atLeast: 4 } }),
  setUp('halves', { proposes: { pid: 4, value: '20%' } }),
  lyingAcceptor,
];
