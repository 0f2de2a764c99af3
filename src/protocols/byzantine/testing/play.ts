/** Support for tests: generals played by hand. */
import { World } from '../../../kernel/world.ts';
import { InterventionRefused } from '../../../kernel/refusal.ts';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import type { ByzantineSetup } from '../../../view/byzantine-setup.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { Pid } from '../../../view/time.ts';
import type { General } from '../general.ts';
import type { Said } from '../messages.ts';
import { byzantineModel } from '../model.ts';
import { byzantineDetail } from '../project.ts';

export class Play {
  readonly model;
  readonly world;
  /** Every message that was sent: `C L1 > L2: A`. */
  readonly said: string[] = [];
  private seen = 0;
  private now = 0;

  constructor(setup: ByzantineSetup, seed = 1) {
    this.model = byzantineModel(setup, {}, seed);
    this.world = new World(this.model, seed);
    this.does({ kind: 'start', pids: this.model.pids });
    this.runs(0);
  }

  name(pid: Pid): string {
    return this.model.nameOf(pid);
  }

  /** @returns whether it was done */
  does(what: Intervention): boolean {
    try {
      this.world.intervene(what, this.world.time);
      return true;
    } catch (error) {
      if (error instanceof InterventionRefused) return false;
      throw error;
    }
  }

  lies(pid: Pid, path: string, to: Pid, value: string | null): this {
    this.does({ kind: 'input', pid, name: 'LIE', data: { path, to, value } });
    return this.runs(0);
  }

  /** Takes everything that is due within so many ms. */
  runs(ms: number): this {
    const until = (this.now = Math.max(this.now, this.world.time) + ms * 1000);
    while (this.world.advance(until)) this.listen();
    return this;
  }

  ends(): this {
    return this.runs(1e6);
  }

  private listen(): void {
    for (const { id, message, to } of this.world.network.flights.values()) {
      if (id <= this.seen) continue;
      this.seen = id;
      const { path, value } = message as Said;
      if (path === undefined) continue;
      this.said.push(`${path.map((pid) => this.name(pid)).join(' ')} > ${this.name(to)}: ${value}`);
    }
  }

  general(pid: Pid): General {
    const { s } = this.world.process(pid);
    if (s === null) throw new TypeError(`${pid} is down`);
    return s;
  }

  get detail(): ByzantineDetail {
    return byzantineDetail(this.model, this.world, (from, to) =>
      this.world.network.flights.values().some((each) => each.from === from && each.to === to),
    );
  }

  /** Of loyal lieutenants, by their names. */
  get decisions(): Readonly<Record<string, string | null>> {
    const lieutenants = this.detail.generals.filter(
      ({ pid, loyal }) => loyal && pid !== this.detail.commander,
    );
    return Object.fromEntries(lieutenants.map(({ name, decided }) => [name, decided]));
  }

  get broken(): readonly string[] {
    return this.world.violations.map(({ invariant }) => invariant);
  }
}
