import type { Frame } from '../../view/frame.ts';
import type { Arrived } from './connection.ts';
import type { SimState } from './store.ts';
import { NO_PREDICTION } from './store.ts';

/** Commands after whose answer a new run stands in the store. */
const opens = (type: Arrived['command']['type']): boolean =>
  type === 'open' || type === 'open-lesson';

/** Commands that only ask: their answer leaves "what just happened" alone. */
const asks = new Set<Arrived['command']['type']>(['inspect', 'history', 'why-not-leader', 'save']);

const stopsAt = (state: SimState, next: Partial<SimState>): boolean => {
  const before = state.lesson;
  const after = next.lesson;
  const stepOver =
    after !== undefined &&
    after !== null &&
    before?.phase === 'running' &&
    (after.phase === 'done' || after.phase === 'failed');
  return stepOver || (next.end !== undefined && next.end !== null);
};

/** The store after these answers; a pure function. */
export const merge = (
  state: SimState,
  frame: Frame | null,
  arrived: readonly Arrived[],
): Partial<SimState> => {
  const next: { -readonly [K in keyof SimState]?: SimState[K] } = {};
  if (frame !== null) {
    next.frame = frame;
    next.status = 'ready';
  }
  for (const { command, answer } of arrived) {
    if (!asks.has(command.type)) {
      next.happened = answer.happened;
      next.end = answer.end ?? null;
    }
    if (answer.marks !== undefined) next.marks = answer.marks;
    if (answer.branches !== undefined) next.branches = answer.branches;
    if (answer.interventions !== undefined) next.interventions = answer.interventions;
    if (answer.lesson !== undefined) next.lesson = answer.lesson;
    if (answer.problem !== null) {
      next.problem = answer.problem;
      next.playing = false;
    } else if (opens(command.type)) {
      next.problem = null;
      next.selection = null;
      next.prediction = NO_PREDICTION;
    }
  }
  if (next.lesson !== undefined && next.lesson?.index !== state.lesson?.index) {
    next.prediction = NO_PREDICTION;
    const step = next.lesson?.steps[next.lesson.index];
    if (step?.focus != null) next.selection = { kind: 'process', pid: step.focus };
    if (step?.speed != null) next.speed = step.speed;
  }
  if (stopsAt(state, next)) next.playing = false;
  return next;
};
