import { Recorder } from '../../kernel/recorder.ts';
import { World } from '../../kernel/world.ts';
import type { Fact } from '../../view/fact.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { Director } from '../director.ts';
import { election } from '../election/adapter.ts';
import type { AnyWorld } from '../protocol.ts';

/**
 * A run on a tape, for tests: every position is kept, and doing something in the past cuts the tape
 * there.
 */
export class Tape {
  readonly director: Director;
  position = 0;
  private readonly worlds: AnyWorld[];
  private readonly recorder: Recorder;
  private readonly done = new Map<number, Intervention>();

  constructor(file: ScenarioFile) {
    const model = election.model(file);
    this.recorder = new Recorder(model);
    this.worlds = [new World(model, file.seed)];
    this.director = new Director(file, election, {
      world: () => this.world,
      position: () => this.position,
      intervene: (what) => this.intervene(what),
    });
  }

  get world(): AnyWorld {
    return this.worlds[this.position] as AnyWorld;
  }

  private take(act: (world: AnyWorld) => boolean): readonly Fact[] | null {
    const world = this.world.clone();
    world.recorder = this.recorder;
    this.recorder.records.length = 0;
    if (!act(world)) return null;
    this.position++;
    this.worlds[this.position] ??= world;
    return this.recorder.records[0]?.facts ?? [];
  }

  intervene(what: Intervention): readonly Fact[] {
    if (JSON.stringify(this.done.get(this.position)) !== JSON.stringify(what)) {
      this.worlds.length = this.position + 1;
      for (const at of this.done.keys()) if (at >= this.position) this.done.delete(at);
      this.done.set(this.position, what);
    }
    return this.take((world) => {
      world.intervene(what);
      return true;
    }) as readonly Fact[];
  }

  /** What a person does, as the page would tell it. */
  person(what: Intervention): void {
    const { position } = this;
    const past = position < this.worlds.length - 1;
    const facts = this.intervene(what);
    if (past) this.director.forget(position);
    this.director.after(facts);
  }

  step(): boolean {
    const recorded = this.done.get(this.position);
    const facts =
      recorded === undefined
        ? this.take((world) => world.advance(Infinity))
        : this.intervene(recorded);
    if (facts === null) {
      this.director.idle();
      return false;
    }
    this.director.after(facts);
    return true;
  }

  /** Plays until the script wants something else. */
  play(most = 5000): string {
    const { phase } = this.director;
    for (let n = 0; n < most && this.director.phase === phase && this.step(); n++);
    return this.where();
  }

  beginAndPlay(): string {
    this.director.begin();
    return this.director.phase === 'running' ? this.play() : this.where();
  }

  seek(position: number, ended?: number): string {
    this.position = position;
    this.director.sync(position, ended);
    return this.where();
  }

  where(): string {
    const { index, phase, steps } = this.director.state();
    return `${steps[index]?.id} ${phase}`;
  }
}
