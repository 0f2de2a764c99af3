import { useEffect, useMemo, useState } from 'react';
import type { CapDetail } from '../../../view/cap.ts';
import { CAP_STORES } from '../../../view/cap-setup.ts';
import type { CapStore } from '../../../view/cap-setup.ts';
import type { Scenario } from '../../../view/scenario.ts';
import { inStore, otherwiseSame } from '../../../view/stores.ts';
import type { StoreOutcome } from '../../../view/stores.ts';
import { openScenario } from '../../share/open-run.ts';
import { play, runUntil } from '../../sim/actions.ts';
import { useSim } from '../../sim/store.ts';
import type { SimState } from '../../sim/store.ts';
import { cancelTask, startTask, useTasks } from '../../sim/tasks.ts';
import { beginWork } from '../../sim/work.ts';
import { whenIdle } from '../../browser/when-idle.ts';

/** The run as it was opened, with what was done to it by hand since; null in a lesson. */
const presentOf = ({ opened, interventions }: SimState): Scenario<'cap'> | null => {
  if (opened?.scenario.model !== 'cap') return null;
  return {
    ...opened.scenario,
    interventions: interventions.map(({ time, what }) => ({ timeMs: time / 1000, what })),
  };
};

export interface StoresPlayed {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly played: readonly StoreOutcome[];
  readonly start: (() => void) | null;
  readonly cancel: () => void;
}

/** So long after the last deed the other stores are played again, ms. */
const CALM = 400;

/** What became of the present requests and cuts in all stores; of other ones nothing. A hook. */
export const useStores = (): StoresPlayed => {
  const opened = useSim((s) => s.opened);
  const interventions = useSim((s) => s.interventions);
  const task = useTasks((s) => s.stores);
  const scenario = useMemo(
    () => presentOf({ opened, interventions } as SimState),
    [opened, interventions],
  );
  const same =
    scenario !== null && task.asked !== null && otherwiseSame(task.asked.scenario, scenario);
  return {
    status: same ? task.status : 'none',
    played: same ? (task.result ?? task.progress?.played ?? []) : [],
    start: scenario === null ? null : () => startTask('stores', { scenario, stores: CAP_STORES }),
    cancel: () => cancelTask('stores'),
  };
};

/**
 * Plays all stores anew a moment after anything was done to the run; at first when the lab stands there
 * and nothing else is to be done, since a worker of their own is to be fetched for it.
 */
export const usePlayedAnew = ({ status, start }: StoresPlayed, wanted: boolean): void => {
  const [stands, setStands] = useState(false);
  useEffect(() => (wanted ? whenIdle(() => setStands(true)) : undefined), [wanted]);
  useEffect(() => {
    if (!wanted || !stands || status !== 'none' || start === null) return;
    const done = beginWork();
    const timer = setTimeout(() => {
      start();
      done();
    }, CALM);
    return () => {
      clearTimeout(timer);
      done();
    };
  });
};

/** Plays another store on the stage, from the beginning to the same moment. */
export const showStore = async (store: CapStore): Promise<void> => {
  const before = useSim.getState();
  const scenario = presentOf(before);
  if (scenario === null) return;
  const { time = 0 } = before.frame ?? {};
  const { problem } = await openScenario(inStore(scenario, store));
  if (problem !== null) return;
  const { problem: missed } = await runUntil({ timeMs: time / 1000 }, 2 * (time / 1000) + 1000);
  if (missed === null && before.playing) await play();
};

/** The store on the stage as the others are told: as far as it has come. */
export const shownOutcome = (detail: CapDetail, time: number): StoreOutcome => ({
  store: detail.store,
  time,
  requests: detail.requests,
  cuts: detail.cuts,
  elections: detail.elections,
  meters: detail.meters,
  verdicts: detail.verdicts,
  latency: detail.meters.latency,
});
