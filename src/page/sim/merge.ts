import type { Answer, Command } from '../../view/command.ts';
import type { Exhibit } from '../../view/exhibit.ts';
import type { Fact } from '../../view/fact.ts';
import type { Frame } from '../../view/frame.ts';
import { withNews } from '../../view/marks.ts';
import type { Focus } from '../../view/scenario.ts';
import type { Arrived } from './connection.ts';
import type { SimState } from './store.ts';
import type { Story } from './story.ts';
import { tell } from './story.ts';
import { AT_REST, NO_PREDICTION } from './store.ts';

/** Commands after whose answer a new run stands in the store. */
export const opens = (type: Arrived['command']['type']): boolean =>
  type === 'open' || type === 'open-lesson';

/** Commands that only ask: their answer leaves "what just happened" alone. */
const asks = new Set<Arrived['command']['type']>([
  'check',
  'inspect',
  'history',
  'why-not',
  'pile',
  'ensemble-sizes',
  'ask',
  'save',
  'lesson-foresee',
]);

/** Whether a command leaves the run, and the moment shown, as they are. */
export const onlyAsks = ({ type }: Command): boolean => asks.has(type);

const jumps = new Set<Arrived['command']['type']>([
  'seek',
  'branch',
  'lesson-step',
  'run-until',
  'undo',
]);

/** Whether what changed between two frames is worth showing: not after a jump. */
const isSmall = ({ command }: Arrived): boolean => !jumps.has(command.type);

const same = (known: readonly Fact[], told: readonly Fact[]): boolean =>
  known.length === told.length &&
  known.every((one, at) => one.step === told[at]?.step && one.rule === told[at].rule);

const goesOn = (before: Frame | null, after: Frame): boolean =>
  before !== null && before.branch === after.branch && before.position < after.position;

const stopsAt = (state: SimState, next: Partial<SimState>): boolean => {
  const before = state.lesson;
  const after = next.lesson;
  const stepOver =
    after !== undefined &&
    after !== null &&
    before?.phase === 'running' &&
    (after.phase === 'done' || after.phase === 'failed');
  // Only what is new stops: whoever plays on after a violation may.
  const ended = next.end !== undefined && next.end !== null && next.end !== state.end;
  return stepOver || ended;
};

/** What a step is about is selected; whatever else was looked at stays in view. */
const focused = (focus: Focus | null): Partial<Pick<SimState, 'selection' | 'znode'>> => {
  if (focus === null) return {};
  return typeof focus === 'number'
    ? { selection: { kind: 'process', pid: focus } }
    : { znode: focus.znode };
};

/** A step's figure comes to the front, and goes again with its step. */
const exhibited = (
  state: SimState,
  exhibit: Exhibit | null,
): Partial<Pick<SimState, 'exhibit' | 'dockView'>> => {
  if (exhibit !== null) return { exhibit, dockView: exhibit.kind };
  const left = state.lesson?.steps[state.lesson.index]?.exhibit;
  return left?.kind === state.dockView ? { dockView: null } : {};
};

/** What is told after an answer, and whether the run then plays or rests. */
const toldBy = (
  { type }: Command,
  { told, staged, over }: Answer,
  story: Story | null,
): Partial<SimState> => {
  const stands =
    over === true ? { playing: false, watching: null } : staged === true ? { playing: false } : {};
  if (type === 'advance')
    return told === undefined ? stands : { story: tell(story, told), ...stands };
  const rest = { rest: false };
  if (type === 'intervene') return { ...rest, story: told === undefined ? null : tell(null, told) };
  // After a jump nobody watches an act any more; a step leads on from it.
  return type === 'step' ? { ...rest, story: null } : { ...rest, story: null, watching: null };
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
    next.before = goesOn(state.frame, frame) && arrived.every(isSmall) ? state.frame : null;
    next.status = 'ready';
  }
  for (const { command, answer, stale } of arrived) {
    if (!onlyAsks(command) && stale !== true) {
      Object.assign(next, toldBy(command, answer, next.story ?? state.story));
      // The same once more (pings pass, messages travel) is no news: nothing is drawn again.
      next.happened = same(state.happened, answer.happened) ? state.happened : answer.happened;
      next.end = answer.end ?? null;
    }
    if (answer.marks !== undefined) next.marks = withNews(next.marks ?? state.marks, answer.marks);
    if (answer.branches !== undefined) next.branches = answer.branches;
    if (answer.interventions !== undefined) next.interventions = answer.interventions;
    if (answer.undo !== undefined) next.undo = answer.undo;
    if (answer.redo !== undefined) next.redo = answer.redo;
    if (answer.lesson !== undefined && stale !== true) next.lesson = answer.lesson;
    if (answer.problem !== null) {
      next.problem = answer.problem;
      next.playing = false;
    } else if (opens(command.type) || answer.anew === true) {
      next.run = state.run + 1;
      next.opened = null;
      if (!opens(command.type)) next.problem = null;
      next.selection = null;
      next.znode = null;
      next.exhibit = null;
      next.prediction = NO_PREDICTION;
    }
  }
  if (next.lesson !== undefined && next.lesson?.index !== state.lesson?.index) {
    next.prediction = NO_PREDICTION;
    const step = next.lesson?.steps[next.lesson.index];
    Object.assign(next, focused(step?.focus ?? null));
    if (typeof step?.speed === 'number' && !state.ownSpeed) next.speed = step.speed;
    Object.assign(next, exhibited(state, step?.exhibit ?? null));
  }
  if (stopsAt(state, next)) next.playing = false;
  // Where nothing is left to come, a run that played rests; a lesson's step has words of its own.
  const { playing, lesson } = state;
  if (playing && next.end === 'nothing-pending' && lesson === null) Object.assign(next, AT_REST);
  return next;
};
