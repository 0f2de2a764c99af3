import { create } from 'zustand';
import type { ProblemView } from '../../view/command.ts';
import type { TaskKind, Tasks } from '../../view/task.ts';
import { runTask } from './task.ts';
import { beginWork } from './work.ts';

/** How a piece of long work stands. It goes on while the dialog that shows it is closed. */
export interface TaskState<K extends TaskKind> {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  /** What was asked last. */
  readonly asked: Tasks[K]['asked'] | null;
  readonly progress: Tasks[K]['progress'] | null;
  readonly result: Tasks[K]['result'] | null;
  readonly problem: ProblemView | null;
}

type TasksState = { readonly [K in TaskKind]: TaskState<K> };

const NONE = { status: 'none', asked: null, progress: null, result: null, problem: null } as const;

/** The page's long work, one piece of each kind. */
export const useTasks = create<TasksState>()(() => ({
  study: NONE,
  reach: NONE,
  capacity: NONE,
  cost: NONE,
  lies: NONE,
  counts: NONE,
  stores: NONE,
}));

const cancels: { [K in TaskKind]?: () => void } = {};

function set<K extends TaskKind>(kind: K, change: Partial<TaskState<K>>): void {
  useTasks.setState((all) => ({ [kind]: { ...all[kind], ...change } }) as Partial<TasksState>);
}

/** Starts it, instead of what of this kind was under way. */
export function startTask<K extends TaskKind>(kind: K, asked: Tasks[K]['asked']): void {
  cancels[kind]?.();
  const done = beginWork();
  set(kind, { ...NONE, status: 'running', asked } as Partial<TaskState<K>>);
  const over = (change: Partial<TaskState<K>>): void => {
    delete cancels[kind];
    done();
    set(kind, change);
  };
  const end = runTask(kind, asked, {
    progress: (progress) => set(kind, { progress } as Partial<TaskState<K>>),
    result: (result) => over({ status: 'done', result } as Partial<TaskState<K>>),
    problem: (problem) => over({ status: 'failed', problem } as Partial<TaskState<K>>),
  });
  cancels[kind] = () => {
    end();
    over({ status: 'cancelled' } as Partial<TaskState<K>>);
  };
}

/** What has been found so far stays. */
export const cancelTask = (kind: TaskKind): void => cancels[kind]?.();

/** Forgets the outcome of what is over. */
export const clearTask = (kind: TaskKind): void => {
  if (cancels[kind] === undefined) set(kind, NONE);
};
