import type { Answer, ProblemView } from '../../view/command.ts';
import type { ToldAhead } from '../../view/foretold.ts';
import { paceOf } from '../../view/pace.ts';
import type { ScenarioAnswer } from '../../view/question.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { select, send } from '../sim/actions.ts';
import type { Opened } from '../sim/opened.ts';
import { useSim } from '../sim/store.ts';
import type { SharedRun } from './link.ts';
import { unpackRun } from './link.ts';
import { otherwise } from './otherwise.ts';
import { readScenarioFile } from './scenario-file.ts';
import type { Preset } from '../../view/preset.ts';

const report = (what: ProblemView): void =>
  useSim.setState((s) => ({ problem: what, status: s.frame === null ? s.status : 'ready' }));

/** Takes over the pace of the run that has just been opened. @returns what was opened */
const adoptPace = async (foretold: ToldAhead = null): Promise<ScenarioFile | null> => {
  const known = await foretold;
  if (known !== null) useSim.setState({ pace: known.pace });
  const { scenario } = await send({ type: 'save', digest: false });
  if (scenario === undefined) return null;
  useSim.setState({ pace: paceOf(scenario) });
  return scenario;
};

/** Opens a scenario (still unchecked) at its beginning. */
export const openScenario = async (scenario: unknown): Promise<Answer> => {
  const answer = await send({ type: 'open', scenario });
  if (answer.problem !== null) return answer;
  const opened = await adoptPace();
  if (opened !== null) note({ preset: null, scenario: opened, posed: null });
  return answer;
};

const note = (opened: Opened): void => useSim.setState({ opened });

/** The scenario of a preset; null when the simulation cannot say it. */
const scenarioOf = async ({ from }: Preset): Promise<ScenarioFile | null> => {
  if ('format' in from) return from;
  const { asked } = await send({ type: 'ask', question: from });
  return (asked as ScenarioAnswer | undefined)?.scenario ?? null;
};

/**
 * Opens what the lab offers: at its telling moment, or `cold`, at its beginning.
 * @param foretold what that is answered, if it is known
 */
export const openPreset = async (
  preset: Preset,
  cold = false,
  foretold: ToldAhead = null,
): Promise<void> => {
  const scenario = await scenarioOf(preset);
  if (scenario === null) return;
  const way = cold ? [] : preset.way;
  const { problem } = await send({ type: 'open', scenario, way }, foretold);
  if (problem !== null) return;
  const { frame } = useSim.getState();
  const posed =
    frame === null || way.length === 0 ? null : { branch: frame.branch, position: frame.position };
  note({ preset: preset.id, scenario, posed });
  if (!cold && preset.selected !== undefined) select({ kind: 'process', pid: preset.selected });
  await adoptPace(foretold);
};

/** Opens what is open once more, at its beginning. */
export const openFromStart = async (): Promise<void> => {
  const { opened } = useSim.getState();
  if (opened === null) return;
  await openScenario(opened.scenario);
  note({ ...opened, posed: null });
};

/**
 * Opens another scenario than the one on screen, and takes it to the same time. What was done is done
 * again as soon as its time has come: its steps were those of the other run.
 */
export const openAgain = async (changed: ScenarioFile): Promise<Answer> => {
  const { frame, selection } = useSim.getState();
  const timeMs = (frame?.time ?? 0) / 1000;
  const { interventions = [], ...rest } = changed;
  const scenario = {
    ...rest,
    interventions: interventions.map(({ step: _step, ...done }) => done),
  };
  const way = timeMs === 0 ? [] : [{ kind: 'wait', until: { timeMs } } as const];
  const answer = await send({ type: 'open', scenario, way });
  if (answer.problem !== null) return answer;
  if (selection?.kind === 'process') select(selection);
  const opened = await adoptPace();
  if (opened !== null) note({ preset: null, scenario: opened, posed: null });
  return answer;
};

/** The run on screen as a scenario. */
export const presentRun = async (): Promise<ScenarioFile | null> =>
  (await send({ type: 'save', digest: false })).scenario ?? null;

/** Opens a lesson at its first step. @param foretold what that is answered, if it is known */
export const openLesson = async (id: string, foretold: ToldAhead): Promise<Answer> => {
  const answer = await send({ type: 'open-lesson', id }, foretold);
  if (answer.problem === null) await adoptPace(foretold);
  return answer;
};

/** Computes a shared run again, and says so if it comes out differently. */
export const openShared = async (packed: string, instead: Preset): Promise<void> => {
  const run = await unpackRun(packed);
  if ('code' in run) {
    await openPreset(instead);
    report(run);
    return;
  }
  const opened = await openScenario(run.scenario);
  if (opened.problem !== null) {
    await openPreset(instead);
    report(opened.problem);
    return;
  }
  const there = await send({ type: 'seek', position: run.position });
  if (there.problem === null && there.stopped !== true) compare(run, await send({ type: 'save' }));
};

const compare = (run: SharedRun, { digest, scenario }: Answer): void => {
  if (digest === undefined || scenario === undefined) return;
  const found = otherwise(run, digest, scenario.model);
  if (found !== null) report(found);
};

/** Opens a file that the person chose or dropped; a bad one changes nothing. */
export const openFile = async (file: File): Promise<void> => {
  const read = await readScenarioFile(file);
  if ('problem' in read) report(read.problem);
  else await openScenario(read.scenario);
};
