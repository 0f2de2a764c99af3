/**
 * The same requests, cuts and deeds in several stores: each run is played to its end, and what became of
 * its requests is told.
 */
import type { Protocol } from '../scenarios/protocol.ts';
import type { CapDetail, CapLatency } from '../view/cap.ts';
import type { CapStore } from '../view/cap-setup.ts';
import type { Scenario } from '../view/scenario.ts';
import { inStore } from '../view/stores.ts';
import type { StoreOutcome, StoresAsked } from '../view/stores.ts';
import type { Micros } from '../view/time.ts';
import { Run } from './run.ts';

/** What goes on so long after the last thing that is planned is given up. */
const LONGEST: Micros = 120_000_000;
/** Once all is answered and healed, copies need so long at most to become equal. */
const SETTLE: Micros = 5_000_000;
/** Whether all is over is asked once in so many steps: the rest is house-keeping. */
const OFTEN = 256;
/** Steps of one slice. */
const SLICE = 1024;

/** When the last thing is due that somebody has planned. */
const plannedEnd = ({ setup, interventions = [] }: Scenario<'cap'>): Micros => {
  const { zeroMs = 5000, workload, cuts = [] } = setup;
  const since = [
    ...workload.map(({ atMs = 0, after }) => (after === undefined ? atMs : 0)),
    ...cuts.map(({ fromMs, toMs = fromMs }) => toMs),
  ];
  const byHand = interventions.map(({ timeMs }) => timeMs);
  return 1000 * Math.max(zeroMs + Math.max(0, ...since), ...byHand);
};

/** The same requests, and nothing that disturbs them. */
const undisturbed = (scenario: Scenario<'cap'>): Scenario<'cap'> => ({
  ...scenario,
  interventions: [],
  setup: { ...scenario.setup, cuts: [], slow: [] },
});

interface Playing {
  readonly run: Run;
  readonly limit: Micros;
  /** When all was over; null: not yet. */
  over: Micros | null;
}

/** Plays one store after the other, each with its cuts and without: call {@link run} until it says that it is over. */
export class StoreRuns {
  readonly played: StoreOutcome[] = [];
  private readonly protocol: Protocol;
  private readonly asked: StoresAsked;
  private present: Playing | null = null;
  /** What was measured of the present store while nothing disturbed it. */
  private latency: CapLatency | null = null;

  constructor(protocol: Protocol, asked: StoresAsked) {
    this.protocol = protocol;
    this.asked = asked;
  }

  /** Takes so many steps more. @returns true when there are no more */
  run(budget: number = SLICE): boolean {
    for (let left = budget; left > 0; left--) {
      const store = this.asked.stores[this.played.length];
      if (store === undefined) return true;
      const present = (this.present ??= this.begin(store));
      if (this.step(present)) continue;
      this.present = null;
      const { latency } = this;
      if (latency === null) this.latency = this.detail(present.run).meters.latency;
      else {
        this.played.push(this.outcome(store, present.run, latency));
        this.latency = null;
      }
    }
    return this.played.length === this.asked.stores.length;
  }

  /** @returns whether there was anything more to be done */
  private step(present: Playing): boolean {
    const { run, limit, over } = present;
    if (!run.step(over === null ? limit : over + SETTLE)) return false;
    if (over === null && run.position % OFTEN === 0 && this.isOver(run)) {
      present.over = run.world.time;
    }
    return true;
  }

  private begin(store: CapStore): Playing {
    const whole = inStore(this.asked.scenario, store);
    // Nothing that breaks ends the run: what breaks is what it is played for.
    const unwatched = { ...whole, setup: { ...whole.setup, watch: [] } };
    const scenario = this.latency === null ? undisturbed(unwatched) : unwatched;
    const run = new Run(this.protocol, scenario, false);
    return { run, limit: plannedEnd(scenario) + LONGEST, over: null };
  }

  private detail({ world }: Run): CapDetail {
    return this.protocol.detail(world) as CapDetail;
  }

  /** Nothing is asked any more, and nothing that is planned is still to come. */
  private isOver(run: Run): boolean {
    const { requests, cuts } = this.detail(run);
    const { time } = run.world;
    return (
      cuts.every(({ from, to }) => (to ?? from) <= time) &&
      requests.every(({ outcome }) => outcome !== 'planned' && outcome !== 'waiting')
    );
  }

  private outcome(store: CapStore, run: Run, latency: CapLatency): StoreOutcome {
    const { requests, cuts, elections, meters, verdicts } = this.detail(run);
    return { store, time: run.world.time, requests, cuts, elections, meters, verdicts, latency };
  }
}
