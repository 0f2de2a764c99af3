import { loadProtocol } from '../scenarios/load-protocol.ts';
import type { ProblemView } from '../view/command.ts';
import type { TaskKind, TaskReport, TaskRequest, Tasks } from '../view/task.ts';
import { CanHappen } from './explore/can-happen.ts';
import { TooMuch } from './explore/too-much.ts';
import { RetryStudy } from './study.ts';

/** Work in slices, so that its progress can be told between two of them. */
interface Job<K extends TaskKind> {
  /** @returns true when the result is there; @throws RangeError when it is too much */
  slice(): boolean;
  progress(): Tasks[K]['progress'];
  result(): Tasks[K]['result'];
}

const RUNS_OF_A_SLICE = 12;
const STATES_OF_A_SLICE = 2000;

async function study(asked: Tasks['study']['asked']): Promise<Job<'study'>> {
  const job = new RetryStudy(await loadProtocol('paxos'), asked);
  return {
    slice: () => job.run(RUNS_OF_A_SLICE),
    progress: () => ({ done: job.done, total: job.total, times: job.times }),
    result: () => job.times,
  };
}

async function reach(asked: Tasks['reach']['asked']): Promise<Job<'reach'>> {
  const job = new CanHappen(await loadProtocol('paxos'), asked);
  return {
    slice: () => job.run(STATES_OF_A_SLICE),
    progress: () => ({ searched: job.searched }),
    result: () => job.answer,
  };
}

async function capacity(asked: Tasks['capacity']['asked']): Promise<Job<'capacity'>> {
  const { EnsembleCapacity } = await import('./capacity.ts');
  const job = new EnsembleCapacity(asked);
  return {
    slice: () => job.run(),
    progress: () => ({ measured: [...job.measured] }),
    result: () => job.measured,
  };
}

async function cost(asked: Tasks['cost']['asked']): Promise<Job<'cost'>> {
  const { RunCosts } = await import('./costs.ts');
  const job = new RunCosts(await loadProtocol('recipes'), asked);
  return {
    slice: () => job.run(),
    progress: () => ({ counted: [...job.counted] }),
    result: () => job.counted,
  };
}

async function lies(asked: Tasks['lies']['asked']): Promise<Job<'lies'>> {
  const { LieSearch } = await import('./lies.ts');
  const job = new LieSearch(asked);
  return { slice: () => job.run(), progress: () => job.found, result: () => job.found };
}

async function counts(asked: Tasks['counts']['asked']): Promise<Job<'counts'>> {
  const { MessageCounts } = await import('./lies.ts');
  const job = new MessageCounts(asked);
  return {
    slice: () => job.run(),
    progress: () => ({ counted: [...job.counted] }),
    result: () => job.counted,
  };
}

async function stores(asked: Tasks['stores']['asked']): Promise<Job<'stores'>> {
  const { StoreRuns } = await import('./stores.ts');
  const job = new StoreRuns(await loadProtocol('cap'), asked);
  return {
    slice: () => job.run(),
    progress: () => ({ played: [...job.played] }),
    result: () => job.played,
  };
}

type AnyJob = { readonly [K in TaskKind]: Job<K> }[TaskKind];

const jobOf = (request: TaskRequest): Promise<AnyJob> => {
  switch (request.kind) {
    case 'study':
      return study(request.asked);
    case 'reach':
      return reach(request.asked);
    case 'capacity':
      return capacity(request.asked);
    case 'cost':
      return cost(request.asked);
    case 'lies':
      return lies(request.asked);
    case 'counts':
      return counts(request.asked);
    case 'stores':
      return stores(request.asked);
  }
};

/**
 * Does a task to its end.
 * @param tell hears its progress after each slice that `due` says is worth telling, then its end
 */
export async function carryOut(
  request: TaskRequest,
  due: () => boolean,
  tell: (report: TaskReport) => void,
): Promise<void> {
  try {
    const job = await jobOf(request);
    while (!job.slice()) if (due()) tell({ progress: job.progress() });
    tell({ result: job.result() });
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    tell({ problem: tooMuch(error) });
  }
}

const tooMuch = ({ message }: TooMuch): ProblemView => ({
  code: 'too-much-to-search',
  where: '',
  data: { detail: message },
  text: `This is too much to search: ${message}. Ask for fewer ballots or values.`,
});
