/** Runs that are made of the one on screen: the same generals with something changed. */
import type { ByzantineDetail, PlanView } from '../../../view/byzantine.ts';
import type { ByzantineSetup, Order } from '../../../view/byzantine-setup.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Scenario } from '../../../view/scenario.ts';
import type { Pid } from '../../../view/time.ts';
import { openScenario, presentRun } from '../../share/open-run.ts';
import { intervene, play, send } from '../../sim/actions.ts';
import { useSim } from '../../sim/store.ts';
import { generals } from './presets.ts';

/** The run on screen without what was done to it; null: it is none of this lab. */
const present = async (): Promise<Scenario<'byzantine'> | null> => {
  const run = await presentRun();
  if (run === null || run.model !== 'byzantine') return null;
  const { interventions: _done, ...untouched } = run;
  return untouched;
};

/** Opens the same generals with another set-up, and plays it. */
export const openSetup = async (
  change: (setup: ByzantineSetup) => ByzantineSetup,
): Promise<void> => {
  const run = await present();
  if (run === null) return;
  const { problem } = await openScenario({ ...run, setup: change(run.setup) });
  if (problem === null) await play();
};

/** Opens generals that are given whole, and plays them. */
export const playSetup = async (setup: ByzantineSetup): Promise<void> => {
  const { problem } = await openScenario(generals(setup));
  if (problem === null) await play();
};

/** The same with other traitors; what they say by hand goes with them. */
export const withTraitors = (setup: ByzantineSetup, traitors: readonly Pid[]): ByzantineSetup => ({
  ...setup,
  traitors: [...traitors].sort((a, b) => a - b),
  lies: (setup.lies ?? []).filter(({ path }) => traitors.includes(path.at(-1) ?? 0)),
});

/** The same with this one loyal, or a traitor. */
export const turned = (setup: ByzantineSetup, pid: Pid): ByzantineSetup => {
  const now = setup.traitors ?? [];
  return withTraitors(setup, now.includes(pid) ? now.filter((one) => one !== pid) : [...now, pid]);
};

/**
 * To the last moment before the step at this position is due: whatever is due at the same instant comes
 * before what a person does then.
 */
const goBefore = async (position: number): Promise<void> => {
  await send({ type: 'seek', position });
  const due = useSim.getState().frame?.nextTime ?? null;
  for (let at = position - 1; at >= 0 && useSim.getState().frame?.time === due; at--) {
    await send({ type: 'seek', position: at });
  }
};

/**
 * Has a traitor say something else in one message. Before it is sent, that is an act; afterwards the run
 * goes back to just before it, and what comes of it is another branch, taken to where the run stood.
 */
export const rewrite = async (plan: PlanView, value: Order | null): Promise<void> => {
  const { frame } = useSim.getState();
  const stood = (frame as Frame<ByzantineDetail> | null)?.time ?? 0;
  if (plan.sentAt !== null) {
    useSim.setState({ playing: false });
    await goBefore(plan.sentAt);
  }
  const { problem } = await intervene({
    kind: 'input',
    pid: plan.from,
    name: 'LIE',
    data: { path: plan.path.join('.'), to: plan.to, value },
  });
  if (problem !== null || plan.sentAt === null) return;
  await send({ type: 'advance', until: stood });
};
