/** A world of recipes that a test plays, in field terms: who believes what, what was written, what it cost. */
import type { NetworkOptions } from '../../../kernel/network-options.ts';
import { World } from '../../../kernel/world.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { OutsideView } from '../../../view/outside.ts';
import type { RecipeClientView, RecipesDetail } from '../../../view/recipes.ts';
import type { RecipesSetup } from '../../../view/recipes-setup.ts';
import type { Pid } from '../../../view/time.ts';
import type { Disk } from '../../../zookeeper/server/disk.ts';
import type { Member } from '../../member.ts';
import { zookeeperStarts } from '../../model.ts';
import { recipesModel } from '../model.ts';
import type { RecipesState } from '../model.ts';
import { recipesDetail } from '../project.ts';

const MS = 1000;

export class RecipeLab {
  readonly world: World<Member, Disk, RecipesState>;
  private readonly model: ReturnType<typeof recipesModel>;
  private readonly starts: { readonly atMs: number; readonly pids: readonly Pid[] }[];

  /** @param network default: every message takes 1 ms, every sync 1 ms */
  constructor(setup: RecipesSetup, network: NetworkOptions = {}, seed = 1) {
    this.model = recipesModel(setup, {
      latency: { kind: 'fixed', us: MS },
      diskLatency: { kind: 'fixed', us: MS },
      ...network,
    });
    this.world = new World(this.model, seed);
    this.starts = zookeeperStarts(this.model.recipes.zookeeper);
  }

  /** Plays up to this virtual time; who is to start by then starts. */
  until(ms: number): this {
    for (;;) {
      const next = this.starts[0];
      if (next === undefined || next.atMs > ms) break;
      while (this.world.advance(next.atMs * MS));
      this.world.intervene({ kind: 'start', pids: next.pids }, next.atMs * MS);
      this.starts.shift();
    }
    while (this.world.advance(ms * MS));
    return this;
  }

  /** Plays up to this virtual time, and does this then. */
  at(ms: number, ...what: readonly Intervention[]): this {
    this.until(ms);
    for (const each of what) this.world.intervene(each, ms * MS);
    return this;
  }

  get detail(): RecipesDetail {
    return recipesDetail(this.model, this.world);
  }

  /** @throws TypeError when it is not shown */
  client(pid: Pid): RecipeClientView {
    const found = this.detail.clients.find((each) => each.pid === pid);
    if (found === undefined) throw new TypeError(`no client ${pid}`);
    return found;
  }

  /** A variable of its program, as text; '' if it has none such. */
  value(pid: Pid, name: string): string {
    return this.client(pid).values.find((each) => each.name === name)?.value ?? '';
  }

  /** Who takes itself for the holder of this. */
  believers(what: string): readonly string[] {
    return this.detail.clients.flatMap(({ name, believes }) =>
      believes.includes(what) ? [name] : [],
    );
  }

  holders(what: string): readonly string[] {
    return this.detail.clients.flatMap(({ name, holds }) => (holds.includes(what) ? [name] : []));
  }

  /** @throws TypeError when there is none */
  outside<K extends OutsideView['kind']>(
    name: string,
    kind: K,
  ): OutsideView & { readonly kind: K } {
    const found = this.detail.outside.find((each) => each.name === name);
    if (found?.kind !== kind) throw new TypeError(`no ${kind} ${name}`);
    return found as OutsideView & { readonly kind: K };
  }

  /** Invariants that are broken by now. */
  get broken(): readonly string[] {
    return this.world.violations.map(({ invariant }) => invariant);
  }

  /** Spans of one kind, of one client, in ms of virtual time; Infinity: it goes on. */
  spans(pid: Pid, kind: string): readonly (readonly [from: number, to: number])[] {
    return this.detail.spans
      .filter((each) => each.pid === pid && each.kind === kind)
      .map(({ from, to }) => [from / MS, to === null ? Infinity : to / MS]);
  }
}
