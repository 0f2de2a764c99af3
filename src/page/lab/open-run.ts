import type { Answer } from '../../view/command.ts';
import { send } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import type { SharedRun } from '../share/link.ts';
import { unpackRun } from '../share/link.ts';
import { problem } from '../share/problem.ts';
import { readScenarioFile } from '../share/scenario-file.ts';
import type { ProblemView } from '../../view/command.ts';

const report = (what: ProblemView): void =>
  useSim.setState((s) => ({ problem: what, status: s.frame === null ? s.status : 'ready' }));

/** Opens a scenario and takes over its pace. */
export const openScenario = async (scenario: unknown): Promise<Answer> => {
  const answer = await send({ type: 'open', scenario });
  if (answer.problem === null) {
    const { pace } = answer.scenario ?? (scenario as { pace?: unknown });
    useSim.setState({ pace: typeof pace === 'number' && pace > 0 ? pace : defaultPace(scenario) });
  }
  return answer;
};

/** Without a pace of its own a run plays so that a typical message takes about a second. */
const defaultPace = (scenario: unknown): number => {
  const latency = (scenario as { latency?: Record<string, unknown> }).latency;
  if (latency === undefined || latency === null) return 10_000;
  const listed = Array.isArray(latency['us']) ? (latency['us'] as unknown[])[0] : undefined;
  const middle = (Number(latency['min']) + Number(latency['max'])) / 2;
  const typical = [latency['us'], listed, latency['mean'], middle].find(
    (value): value is number => typeof value === 'number' && value > 0,
  );
  return typical ?? 10_000;
};

/** Computes a shared run again, and says so if it comes out differently. */
export const openShared = async (packed: string, initial: unknown): Promise<void> => {
  const run = await unpackRun(packed);
  if ('code' in run) {
    await openScenario(initial);
    report(run);
    return;
  }
  const opened = await openScenario(run.scenario);
  if (opened.problem !== null) {
    await openScenario(initial);
    report(opened.problem);
    return;
  }
  const there = await send({ type: 'seek', position: run.position });
  if (there.problem === null) compare(run, there);
};

const compare = (run: SharedRun, answer: Answer): void => {
  const { digest } = answer;
  if (digest === undefined || digest === run.digest) return;
  report(problem('digest-differs', { actual: digest, expected: run.digest }));
};

/** Opens a file that the person chose or dropped; a bad one changes nothing. */
export const openFile = async (file: File): Promise<void> => {
  const read = await readScenarioFile(file);
  if ('problem' in read) report(read.problem);
  else await openScenario(read.scenario);
};
