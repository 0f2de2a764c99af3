/** Why a command could not be carried out: fetched when one could not. */
import { NotInThisRun } from '../kernel/not-in-this-run.ts';
import { InterventionRefused } from '../kernel/refusal.ts';
import { Stopped } from '../scenarios/slices.ts';
import { Unplayable } from '../scenarios/unplayable.ts';
import type { Answer, Command, ProblemView } from '../view/command.ts';

/**
 * What is said of a command that ended with an error.
 * @param opened whether another run stands on screen than before it
 * @throws the error, if it is a mistake of ours
 */
export function failure(command: Command, error: unknown, opened: boolean): Partial<Answer> {
  if (error instanceof InterventionRefused) return { problem: refusal(error) };
  if (error instanceof Unplayable) return { problem: error.problem };
  // A process or branch that this run does not have.
  if (error instanceof NotInThisRun) return { problem: unknown(command, error) };
  if (!(error instanceof Stopped)) throw error;
  const opens = command.type === 'open' || command.type === 'open-lesson';
  if (opens && !opened) return { problem: notOpened, stopped: true };
  return { stopped: true, ...(command.type === 'lesson-step' && opened && { anew: true }) };
}

const notOpened: ProblemView = {
  code: 'not-opened',
  where: '',
  data: {},
  text: 'This was stopped before it was opened. What was open stays.',
};

const refusal = ({ code, data }: InterventionRefused): ProblemView => ({
  code,
  where: '',
  data,
  text: `This cannot be done now (${code}).`,
});

export const otherLab = (model: string): ProblemView => ({
  code: 'other-lab',
  where: 'model',
  data: { model },
  text: `This scenario is for another lab: "${model}". Open it there, or run it with the command line.`,
});

export const unknownLesson = (id: string): ProblemView => ({
  code: 'unknown-lesson',
  where: '',
  data: { id },
  text: `There is no lesson "${id}". The lessons are listed on the first page.`,
});

/** What a command named and this run has not. */
const unknown = (command: Command, { message }: NotInThisRun): ProblemView => {
  const { type } = command;
  const data =
    type === 'branch'
      ? { what: 'branch', id: command.id }
      : type === 'inspect' || type === 'why-not'
        ? { what: 'server', id: command.pid }
        : { what: message };
  const text = `This run has ${message}. Name what it has.`;
  return { code: 'not-in-this-run', where: '', data: { id: '', ...data }, text };
};

export const notAskedHere: ProblemView = {
  code: 'not-asked-here',
  where: '',
  data: {},
  text: 'This run cannot be asked that. Open one in a lab that shows it.',
};

export const nothingOpen: ProblemView = {
  code: 'nothing-open',
  where: '',
  data: {},
  text: 'No run is open yet. Open a lab or a lesson first.',
};

export const nothingAhead: ProblemView = {
  code: 'nothing-ahead',
  where: '',
  data: {},
  text: 'Nothing more of interest will happen by itself. Do something first.',
};
