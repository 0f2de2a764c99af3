import type { Pid } from '../../view/time.ts';
import type { Box, Curve, Point } from '../geometry.ts';
import type { Lane, Layout } from '../layout.ts';
import type { Who } from './who.ts';

/** `tall`: a line each for promise and vote; `flat`: all in one line. */
export type CardForm = 'tall' | 'flat';

export interface Card {
  readonly box: Box;
  readonly form: CardForm;
}

/** Cards of processes, in a row, one below the other, or in a column for each role. */
export interface PaxosLayout extends Layout {
  readonly cards: ReadonlyMap<Pid, Card>;
  /** Whether the acceptors stand one below the other. */
  readonly down: boolean;
  /** In columns nothing runs above or below the cards. */
  readonly columns: boolean;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Kept free at the lower edge, for buttons and what is said of ballots. */
export const FOOT = 36;
/** Rings of quorums need so much round their cards. */
export const RIM = 30;
export const HEAD = 42;
export const ROW = 33;
/** A line whose word stands above its chip, where cards are narrow. */
export const HIGH_ROW = 45;
/** Narrower cards have their words above the chips. */
export const NARROW = 140;
export const WIDEST = 158;
export const FLAT = 40;

/** The strip that tells what is on disk. */
export const DISK = 24;

/** Height of a tall card of this width. */
export const cardHeight = (one: Who, width: number): number =>
  HEAD + rowsOf(one) * (width < NARROW ? HIGH_ROW : ROW) + (one.acceptor ? DISK : 8);

/** Lines of a tall card. */
export const rowsOf = (one: Who): number =>
  (one.acceptor ? 2 : 0) + (one.proposer ? 1 : 0) + (one.learner ? 1 : 0);

/** Which processes are linked. */
export type Talk = (a: Who, b: Who) => boolean;

export const laneOn = (curve: Curve, wait: number): Lane => ({
  ...curve,
  length: Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0) || 1,
  wait,
});

/** What a process says to itself waits at its corner, above what is said of ballots there. */
export function waiting(box: Box, down: boolean): Lane {
  const x = down ? box.x - 16 : box.x + box.width - 18;
  const y = down ? box.y + 6 : Math.max(14, box.y - 36);
  return { x0: x, y0: y, cx: x, cy: y, x1: x, y1: y, length: 1, wait: 0 };
}

export function shared(
  all: readonly Who[],
  boxes: readonly Box[],
  { width, height }: Room,
  form: CardForm,
): Pick<PaxosLayout, 'width' | 'height' | 'seats' | 'obstacles' | 'inset' | 'bare' | 'cards'> {
  const seats = new Map<Pid, Point>();
  const cards = new Map<Pid, Card>();
  all.forEach(({ pid }, i) => {
    const box = boxes[i];
    if (box === undefined) return;
    seats.set(pid, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    cards.set(pid, { box, form });
  });
  return { width, height, seats, cards, inset: 4, bare: 1, obstacles: boxes };
}
