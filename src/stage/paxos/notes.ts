import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import type { LaneNote, LaneNotes } from '../lane-notes.ts';
import { claimOf } from './who.ts';

/** What each process stands for: the promise and vote of an acceptor, a proposer's ballot. */
export const paxosNotes = (frame: Pick<Frame<PaxosDetail>, 'detail'>): LaneNotes => {
  const { detail } = frame;
  const notes = new Map<number, LaneNote>();
  for (const { pid, acceptor, proposer, learner } of detail.processes) {
    const note = (ballot: number, plain: string | null, label: string): LaneNote => ({
      plain,
      sign: '',
      label,
      claim: claimOf(detail, ballot),
    });
    if (acceptor !== null && acceptor.promised > 0) {
      const { promised, accBallot, accValue } = acceptor;
      notes.set(
        pid,
        accValue === null
          ? note(promised, null, String(promised))
          : note(accBallot, String(promised), `${accBallot}: ${accValue}`),
      );
    } else if (acceptor === null && proposer !== null && proposer.ballot > 0) {
      const { ballot, value } = proposer;
      notes.set(pid, note(ballot, null, value === null ? String(ballot) : `${ballot}: ${value}`));
    } else if (acceptor === null && learner?.learned) {
      notes.set(pid, note(learner.learned.ballot, null, learner.learned.value));
    } else {
      notes.set(pid, { plain: null, sign: '', label: '–', claim: null });
    }
  }
  return notes;
};
