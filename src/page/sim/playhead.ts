import type { Micros } from '../../view/time.ts';

type Listener = (time: Micros) => void;

let shown: Micros = 0;
const scrollers = new Set<Listener>();
const listeners = new Set<Listener>();

/**
 * The virtual time that is drawn. It moves every animation frame while playing, outside React:
 * who follows it writes to the DOM directly.
 */
export const playhead = {
  now: (): Micros => shown,
  moveTo(time: Micros): void {
    if (time === shown) return;
    shown = time;
    for (const listener of scrollers) listener(time);
    for (const listener of listeners) listener(time);
  },
  /**
   * The same for who scrolls: before anything is written, since the browser lays out all that was
   * written before it scrolls.
   */
  scroll(listener: Listener): () => void {
    scrollers.add(listener);
    return () => scrollers.delete(listener);
  },
  /** Calls `listener` whenever the playhead moves; returns how to stop that. */
  follow(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
