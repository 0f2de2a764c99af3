import type { Scope } from './machine/execute.ts';

/**
 * What the machines of a process share. Made by a class and not written out: of objects that are written out
 * in one place, most of which are kept by checkpoints, V8 puts all that come from there among the old ones at
 * once. What an old one holds no quick collection takes away, though it is dead itself: a world that was left
 * would be kept with all its states.
 */
export class Holder<S> implements Scope<S> {
  s: S;

  constructor(s: S) {
    this.s = s;
  }
}
