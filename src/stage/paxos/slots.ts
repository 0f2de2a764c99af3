import type { Line } from './card-lines.ts';
import type { Who } from './who.ts';

export type SlotKey = Line['key'];

/** Where the chips of flat cards end and how wide they may be. */
export interface Slot {
  readonly key: SlotKey;
  readonly right: number;
  readonly most: number;
}

/** For a process's name at the left; chips need more of a small card. */
const nameWidth = (card: number): number => (card < 160 ? 34 : 44);
/** A ballot alone needs less room than one with a value. */
const WEIGHTS: Readonly<Record<SlotKey, number>> = {
  promised: 0.6,
  accepted: 1,
  proposes: 1,
  learned: 1,
};

const has: Readonly<Record<SlotKey, (one: Who) => boolean>> = {
  promised: (one) => one.acceptor,
  accepted: (one) => one.acceptor,
  proposes: (one) => one.proposer,
  learned: (one) => one.learner,
};

const KEYS: readonly SlotKey[] = ['promised', 'accepted', 'proposes', 'learned'];

/** The same for all these cards, so that chips of a kind stand below each other. */
export const slotsOf = (all: readonly Who[], width: number): readonly Slot[] => {
  const keys = KEYS.filter((key) => all.some(has[key]));
  const whole = keys.reduce((sum, key) => sum + WEIGHTS[key], 0);
  const name = nameWidth(width);
  let right = name;
  return keys.map((key) => {
    const room = ((width - name - 4) * WEIGHTS[key]) / whole;
    right += room;
    return { key, right: right - 2, most: room - 5 };
  });
};
