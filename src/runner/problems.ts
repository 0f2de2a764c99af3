/** What is wrong with a question to a run, whichever run it is. */
import type { ProblemView } from '../view/command.ts';

export const noBallots: ProblemView = {
  code: 'no-ballots',
  where: '',
  data: {},
  text: 'This run has no ballots. Open one in the Paxos lab.',
};

export const noTree: ProblemView = {
  code: 'no-tree',
  where: '',
  data: {},
  text: 'This run has no tree of znodes. Open one in the ZooKeeper lab.',
};

export const nothingAhead: ProblemView = {
  code: 'nothing-ahead',
  where: '',
  data: {},
  text: 'Nothing more of interest will happen by itself. Do something first.',
};

export const nothingOpen: ProblemView = {
  code: 'nothing-open',
  where: '',
  data: {},
  text: 'No run is open yet. Open a lab or a lesson first.',
};
