import { useRef, useState } from 'react';
import type { PaxosDetail } from '../../../view/paxos.ts';
import type { ForEver } from '../../panels/certificate/for-ever-acts.tsx';
import type { Outcome } from '../../panels/certificate/verdict-text.tsx';
import { openScenario } from '../../share/open-run.ts';
import { askPaxos } from './ask.ts';
import { pause, send } from '../../sim/actions.ts';
import { reducedMotion } from '../../sim/playback.ts';
import { useSim } from '../../sim/store.ts';
import { beginWork } from '../../sim/work.ts';

/** Opens the duel that never ends, at its beginning; `mesh`: everybody hears everything. */
export const openLivelock = async (mesh: boolean): Promise<void> => {
  const found = await askPaxos({ ask: 'livelock', mesh });
  if (found !== undefined) await openScenario(found.scenario);
};

/** Rows between two pictures, and wall time between them, ms. */
const ROWS = 2;
const PAUSE = 40;
/** A schedule that has not come round by then is not waited for. */
const MOST_CYCLES = 60;
const MORE_CYCLES = 100;
/** Virtual time in which a row must come, ms; many rows have it many times. */
const PATIENCE = 60_000;

const detailNow = (): PaxosDetail | null =>
  (useSim.getState().frame?.detail as PaxosDetail | undefined) ?? null;

const rest = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Runs until so many rows are delivered. @returns whether they were */
const toRow = async (rows: number): Promise<boolean> => {
  const command = { type: 'run-until', condition: { rows }, withinMs: PATIENCE } as const;
  return (await send(command)).reached === true;
};

/**
 * Runs on, a little at a time so that one can watch it grow, until the engine has proved that the
 * whole state comes again, or the schedule has had every chance to.
 */
async function untilProved(stopped: () => boolean): Promise<Outcome> {
  const begin = detailNow()?.schedule ?? null;
  if (begin === null || begin.repeatFrom === null) return null;
  const last = begin.done + MOST_CYCLES * (begin.rows.length - begin.repeatFrom);
  const rows = reducedMotion() ? begin.rows.length : ROWS;
  const before = detailNow()?.livelock?.step ?? -1;
  while (!stopped()) {
    const { schedule = null, livelock = null, chosen = [] } = detailNow() ?? {};
    const proved = livelock !== null && livelock.step !== before;
    if (schedule === null || proved || chosen.length > 0) return null;
    if (schedule.done >= last) return 'differs';
    // One row after the other: each is shown before the next.
    if (!(await toRow(schedule.done + rows))) return 'stuck';
    if (!reducedMotion()) await rest(PAUSE);
  }
  return null;
}

/** "Run it for ever", for the panel. */
export const useForEver = (): ForEver => {
  const [running, setRunning] = useState(false);
  const [ended, setEnded] = useState<{ of: number; outcome: Outcome }>({ of: -1, outcome: null });
  const stopped = useRef(false);
  const present = useSim((s) => s.run);

  const run = async (): Promise<void> => {
    pause();
    stopped.current = false;
    setRunning(true);
    setEnded({ of: -1, outcome: null });
    const done = beginWork();
    const of = useSim.getState().run;
    const outcome = await untilProved(
      () => stopped.current || useSim.getState().playing || useSim.getState().run !== of,
    ).finally(done);
    setEnded({ of, outcome });
    setRunning(false);
  };
  const more = async (): Promise<void> => {
    pause();
    const schedule = detailNow()?.schedule ?? null;
    if (schedule === null || schedule.repeatFrom === null) return;
    const period = schedule.rows.length - schedule.repeatFrom;
    await toRow(schedule.done + MORE_CYCLES * period);
  };
  return {
    running,
    outcome: ended.of === present ? ended.outcome : null,
    run: () => void run(),
    stop: () => {
      stopped.current = true;
    },
    more: () => void more(),
    openDuel: (mesh) => void openLivelock(mesh),
  };
};
