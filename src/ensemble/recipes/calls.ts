/** Calls of clients to those that answer calls: what became of each, for the page. */
import { append, at, put } from '../../kernel/pages.ts';
import type { OutsideCode } from '../../view/outside.ts';
import type { CallView } from '../../view/recipes.ts';
import type { Pid } from '../../view/time.ts';
import type { Draft } from './draft.ts';
import type { RecipesGhost, Served } from './ghost.ts';

const keyOf = (pid: Pid, call: number): string => `${pid} ${call}`;

const unserved: Served = { answered: 0, failed: 0 };

export const servedBy = ({ served }: RecipesGhost, pid: Pid): Served => served.get(pid) ?? unserved;

/** A client asks another one, which may or may not be there. */
export function callBegins(draft: Draft, by: Pid, to: Pid, call: number): void {
  if (!draft.config.answering.has(to)) return;
  const { calls, calling } = draft.ghost;
  draft.set({
    calls: append(calls, { by, to, at: draft.now, end: null, err: '' }),
    calling: new Map(calling).set(keyOf(by, call), calls.length),
  });
}

/** Its answer has come, or it is clear that none will; one that was refused had never left. */
export function callEnds(draft: Draft, by: Pid, to: Pid, call: number, err: OutsideCode): void {
  if (!draft.config.answering.has(to)) return;
  const { calls, calling, served } = draft.ghost;
  const place = calling.get(keyOf(by, call)) ?? calls.length;
  const begun = at(calls, place) ?? { by, to, at: draft.now };
  const rest = new Map(calling);
  rest.delete(keyOf(by, call));
  const { answered, failed } = servedBy(draft.ghost, to);
  const next = err === 'OK' ? { answered: answered + 1, failed } : { answered, failed: failed + 1 };
  draft.set({
    calls: put(calls, place, { ...begun, end: draft.now, err }),
    calling: rest,
    served: new Map(served).set(to, next),
  });
}

/** Who asked is gone: nobody hears what comes of it. */
export function callsEnd(draft: Draft, by: Pid): void {
  const { calls, calling } = draft.ghost;
  const own = [...calling].filter(([key]) => key.startsWith(`${by} `));
  if (own.length === 0) return;
  const rest = new Map(calling);
  let next = calls;
  for (const [key, place] of own) {
    const begun = at(next, place);
    if (begun !== null) next = put(next, place, { ...begun, end: draft.now, err: 'Lost' });
    rest.delete(key);
  }
  draft.set({ calls: next, calling: rest });
}

/** The newest ones, by their beginnings. */
export function callsOf({ calls }: RecipesGhost, most: number): readonly CallView[] {
  const shown: CallView[] = [];
  for (let i = Math.max(0, calls.length - most); i < calls.length; i++) {
    const call = at(calls, i);
    if (call !== null) shown.push(call);
  }
  return shown;
}
