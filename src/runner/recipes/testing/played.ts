/** Runs of recipes for tests: what each client asked and heard, row by row. */
import type { ProgramNote } from '../../../clients/notes.ts';
import type { News } from '../../../clients/client.ts';
import { shortName } from '../../../clients/recipes/names.ts';
import { clientIn, newsIn } from '../../../ensemble/member.ts';
import type { Member } from '../../../ensemble/member.ts';
import { recipes } from '../../../scenarios/recipes/adapter.ts';
import type { Condition } from '../../../view/condition.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { RecipeClientSetup, RecipesSetup } from '../../../view/recipes-setup.ts';
import type { RecipeClientView, RecipesDetail, SpanView } from '../../../view/recipes.ts';
import { SCENARIO_VERSION } from '../../../view/scenario.ts';
import type { Scenario } from '../../../view/scenario.ts';
import type { Pid } from '../../../view/time.ts';
import { Run } from '../../run.ts';

type Client = Omit<RecipeClientSetup, 'id'>;

/** Every message and every sync takes a millisecond. */
export const scenarioOf = (
  clients: readonly Client[],
  more: Partial<RecipesSetup> = {},
): Scenario<'recipes'> => ({
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'recipes',
  seed: 1,
  latency: { kind: 'fixed', us: 1000 },
  diskLatency: { kind: 'fixed', us: 1000 },
  setup: {
    servers: [{ sid: 1 }],
    clients: clients.map((client, index) => ({ id: 101 + index, ...client })),
    ...more,
  },
});

/** So many clients of one program, each starting so many ms after the one before. */
export const several = (
  count: number,
  program: string,
  everyMs = 0,
  more: Partial<Client> = {},
): Client[] =>
  Array.from({ length: count }, (_, index) => ({
    program,
    startMs: 100 + index * everyMs,
    ...more,
  }));

const MS = 1000;
/** Longer than any of these runs. */
const LONG = 10_000_000;

export class Played {
  readonly run: Run;
  /** `C1 create Lock-0 OK`, `C2 hears NodeDeleted Lock-0`, `C1 believes lock`, `C1 releases lock`. */
  rows: string[] = [];
  private ended = 0;

  constructor(file: Scenario<'recipes'>) {
    this.run = new Run(recipes, file, false);
  }

  get detail(): RecipesDetail {
    return recipes.detail(this.run.world) as RecipesDetail;
  }

  get violations(): readonly string[] {
    return this.run.world.violations.map(({ invariant }) => invariant);
  }

  /** How many rows there were of this kind, by a client or anybody. */
  count(what: RegExp): number {
    return this.rows.filter((row) => what.test(row)).length;
  }

  /** Stretches of all clients of one kind, in ms, in their order; Infinity: it goes on. */
  spans(kind: SpanView['kind'], what: string): readonly (readonly [from: number, to: number])[] {
    return this.detail.spans
      .filter((span) => span.kind === kind && span.what === what)
      .map(({ from, to }) => [from / MS, to === null ? Infinity : to / MS] as const)
      .toSorted(([a], [b]) => a - b);
  }

  /** The names below the root that are there, in the order of their creation. */
  get names(): readonly string[] {
    const { nodes, root } = this.detail;
    return nodes.flatMap(({ path, name, deletedAt }) =>
      path === root || deletedAt !== null ? [] : [name],
    );
  }

  client(name: string): RecipeClientView {
    const found = this.detail.clients.find((each) => each.name === name);
    if (found === undefined) throw new RangeError(`no client ${name}`);
    return found;
  }

  do(what: Intervention): void {
    this.run.intervene(what);
  }

  holds(condition: Condition): boolean {
    return recipes.holds(this.run.world, condition) === true;
  }

  /** @returns whether there was one */
  step(): boolean {
    const stepped = this.run.step(LONG * MS);
    if (stepped) this.look();
    return stepped;
  }

  /** Up to this time, ms. */
  until(ms: number): this {
    while (this.run.step(ms * MS)) this.look();
    return this;
  }

  /** Until it is so, or for long. */
  till(condition: Condition): this {
    while (!this.holds(condition) && this.run.step(LONG * MS)) this.look();
    return this;
  }

  /** Until all programs are over: of one server, with nobody outside, and each at its end once. */
  end(): this {
    const clients = recipes.form.pids(this.run.file.setup as never).length - 1;
    while (this.ended < clients && this.run.step(LONG * MS)) this.look();
    return this;
  }

  /** The rows since they were taken last. */
  taken(): string[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private look(): void {
    const { world } = this.run;
    const { pid, s } = world.current;
    if (clientIn(s as Member | null) === null) return;
    for (const news of newsIn(world)) this.row(pid, news);
  }

  private row(pid: Pid, news: News): void {
    const name = this.run.world.model.nameOf(pid);
    if (news.kind === 'note' && news.note.kind === 'ends') this.ended++;
    const text = textOf(news);
    if (text !== null) this.rows.push(`${name} ${text}`);
  }
}

function textOf(news: News): string | null {
  switch (news.kind) {
    case 'result': {
      const { packet, result } = news;
      const { request } = packet;
      if (packet.call === null || request.op === 'closeSession') return null;
      const made = result.body.kind === 'path' ? result.body.path : '';
      const asked = 'path' in request ? request.path : '';
      const path = made === '' ? asked : made;
      return `${request.op} ${shortName(path)} ${result.err}`;
    }
    case 'event':
      return news.event.path === null
        ? null
        : `hears ${news.event.type} ${shortName(news.event.path)}`;
    case 'note':
      return saidIn(news.note);
    case 'state':
      return news.state === 'EXPIRED' ? 'is told Expired' : null;
    default:
      return null;
  }
}

/** What others learn of a claim by asking or waiting is a row of theirs. */
const CLAIMED: ReadonlySet<string> = new Set(['enters', 'leaves', 'takes', 'decides']);

function saidIn(note: ProgramNote): string | null {
  if (note.kind === 'believes' || note.kind === 'releases') return `${note.kind} ${note.what}`;
  if (note.kind !== 'claims' || !CLAIMED.has(note.claim)) return null;
  return `${note.claim} ${note.claim === 'decides' ? note.is : shortName(note.of)}`;
}
