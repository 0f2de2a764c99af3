/** What is wrong with a question to a run, whichever run it is. */
import type { ProblemView } from '../view/command.ts';

export const notAskedHere: ProblemView = {
  code: 'not-asked-here',
  where: '',
  data: {},
  text: 'This run cannot be asked that. Open one in a lab that shows it.',
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
