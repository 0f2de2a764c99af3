/** A ghost that a step changes. */
import { append } from '../../kernel/pages.ts';
import type { SpanView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Ghost } from '../ghost.ts';
import type { RecipesConfig } from './config.ts';
import { clientGhost } from './ghost.ts';
import type { ClientGhost, RecipesGhost } from './ghost.ts';
import type { Owners } from './holding.ts';

type Edit<T> = { -readonly [K in keyof T]: T[K] };

export class Draft {
  readonly config: RecipesConfig;
  readonly now: Micros;
  readonly owners: Owners;
  /** Of its own; copied only when something is changed. */
  ghost: RecipesGhost;
  private own: Edit<RecipesGhost> | null = null;

  constructor(config: RecipesConfig, ghost: RecipesGhost, now: Micros, { openers }: Ghost) {
    this.config = config;
    this.now = now;
    this.owners = openers;
    // What was wrong was wrong at the step before.
    this.ghost = ghost.wrong.length === 0 ? ghost : { ...ghost, wrong: [] };
  }

  set(change: Partial<RecipesGhost>): void {
    if (this.own === null) {
      this.own = { ...this.ghost, ...change };
      this.ghost = this.own;
    } else Object.assign(this.own, change);
  }

  client(pid: Pid): ClientGhost {
    return clientGhost(this.ghost, pid);
  }

  /** It has done something, or something was done to it. */
  move(pid: Pid, change: Partial<ClientGhost> = {}): void {
    const next = { ...this.client(pid), movedAt: this.now, ...change };
    this.set({ clients: new Map(this.ghost.clients).set(pid, next) });
  }

  wrong(invariant: string, text: string): void {
    this.set({ wrong: [...this.ghost.wrong, { invariant, text }] });
  }

  /** From now on it matters when this node changes. */
  minds(path: string): void {
    const { changedAt } = this.ghost;
    if (path !== '' && !changedAt.has(path))
      this.set({ changedAt: new Map(changedAt).set(path, this.now) });
  }

  /** It has changed just now, or what is below it: that is kept where it matters. */
  changes(path: string): void {
    const { changedAt } = this.ghost;
    if (changedAt.has(path)) this.set({ changedAt: new Map(changedAt).set(path, this.now) });
  }

  /** It does so no more, unless it matters to somebody else. */
  forgets(path: string): void {
    const { changedAt, clients } = this.ghost;
    if (!changedAt.has(path)) return;
    for (const { waits, knows } of clients.values())
      if (waits?.path === path || knows.has(path)) return;
    const rest = new Map(changedAt);
    rest.delete(path);
    this.set({ changedAt: rest });
  }

  name(pid: Pid): string {
    return this.config.nameOf.get(pid) ?? `${pid}`;
  }

  begins(pid: Pid, kind: SpanView['kind'], what = ''): void {
    const { open } = this.ghost;
    if (open.some((each) => each.pid === pid && each.kind === kind && each.what === what)) return;
    this.set({ open: [...open, { pid, kind, what, from: this.now, to: null }] });
  }

  /** Without `what`: whatever it is. */
  ends(pid: Pid, kind: SpanView['kind'], what?: string): void {
    const { open } = this.ghost;
    const isIt = (each: SpanView): boolean =>
      each.pid === pid && each.kind === kind && (what === undefined || each.what === what);
    if (!open.some(isIt)) return;
    let { closed } = this.ghost;
    for (const span of open) if (isIt(span)) closed = append(closed, { ...span, to: this.now });
    this.set({ open: open.filter((each) => !isIt(each)), closed });
  }
}
