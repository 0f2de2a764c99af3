import { beginWork } from './work.ts';

/** A place that is wished for so soon after the last one was there, ms, belongs to the same sweep. */
const SOON = 150;
/** While the timeline is held, a sweep is over when nothing has moved for so long, ms. */
const HELD = 300;

/** When the newest place was there, ms of wall time. */
let arrived = -Infinity;
let held = false;
let done: (() => void) | null = null;
let rest: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const begin = (): void => {
  clearTimeout(rest);
  done ??= beginWork();
};

const end = (): void => {
  clearTimeout(rest);
  arrived = -Infinity;
  if (done === null) return;
  done();
  done = null;
  for (const listener of listeners) listener();
};

/**
 * A person goes through the run, by dragging the timeline or holding a key: one place follows the other
 * so soon that nobody looks at any but the last.
 */
export const sweep = {
  lasts: (): boolean => done !== null,
  /** The timeline is pressed: it may be dragged. */
  hold(): void {
    held = true;
    begin();
  },
  /** A place is wished for. @param early the last one is not there yet */
  wished(early: boolean): void {
    clearTimeout(rest);
    if (early || performance.now() - arrived < SOON) begin();
  },
  /** It is there, and no other one is wished for. */
  arrived(): void {
    arrived = performance.now();
    clearTimeout(rest);
    if (done !== null) rest = setTimeout(end, held ? HELD : SOON);
  },
  /** It is let go: what is there now is looked at. */
  letGo(): void {
    held = false;
    end();
  },
  /** Calls `listener` when a sweep is over; returns how to stop that. */
  onEnd(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
