/** A server as a ring with its state and the vote that it holds. */
import type { VoteView } from '../view/election.ts';
import type { ProcessView } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import type { Change } from './changes.ts';
import { slipPlace } from './ensemble-layout.ts';
import { textWidth } from './geometry.ts';
import type { Point } from './geometry.ts';
import { cropMarks, ring, voteSlip } from './glyphs.ts';
import { at, circle, group, rect, round, text } from './shape.ts';
import type { Shape } from './shape.ts';
import { isDown, ringClass, ringKind, stateWord } from './states.ts';
import { HIDDEN, veiled } from './veil.ts';
import type { Veil } from './veil.ts';
import type { StageWords } from './words.ts';

export interface RingOptions {
  readonly words: StageWords;
  readonly selected?: Pid | null;
  readonly changed?: Change | null;
  /** What changed gets a dotted outline instead of a glow. */
  readonly reducedMotion?: boolean;
  readonly veil?: Veil;
}

/** How the change of this part is marked, if it is the one. */
export const changedOf = (
  options: RingOptions,
  pid: Pid,
  what: Change['what'],
): 'glow' | 'outline' | null =>
  options.changed?.pid === pid && options.changed.what === what
    ? options.reducedMotion === true
      ? 'outline'
      : 'glow'
    : null;

/** Round what changed, where nothing may move. */
export const OUTLINE = {
  fill: 'none',
  stroke: 'var(--ink)',
  strokeWidth: 2,
  strokeDasharray: '2 3',
} as const;

/**
 * A server on a stage, whichever lab it is in.
 * @param vote that it holds, or went by
 * @param manyLeaders a follower shows whom it means, where several lead
 */
export function serverRing(
  process: ProcessView,
  { x, y, radius }: Point & { readonly radius: number },
  vote: VoteView | null,
  options: RingOptions,
  manyLeaders: boolean,
): Shape {
  const hidden = veiled(options.veil, process.pid, 'state');
  const kind = hidden ? 'following' : ringKind(process);
  const word = hidden ? HIDDEN : stateWord(process, options.words);
  const change = changedOf(options, process.pid, 'state');
  const children: Shape[] = [];
  if (change === 'glow') children.push(circle(0, 0, round(radius * 1.36), { className: 'glow' }));
  if (change === 'outline') {
    children.push(circle(0, 0, radius + 10, { className: 'changed', style: OUTLINE }));
  }
  const selected = options.selected === process.pid;
  if (selected) children.push(cropMarks(radius));
  children.push(
    ...(hidden
      ? [
          circle(0, 0, radius, { className: 'disc' }),
          circle(0, 0, radius, { style: { fill: 'none', stroke: 'var(--line)', strokeWidth: 2 } }),
          text(0, round(radius * 0.24), process.name, {
            className: 'nm',
            anchor: 'middle',
            style: { fontSize: Math.max(12, Math.round((radius * 2) / 3)) },
          }),
        ]
      : ring(kind, process.name, radius)),
  );
  // The keyboard's mark goes round the ring; a box would cross the words beside it.
  children.push(circle(0, 0, radius + 7, { className: 'focus-mark' }));
  const votes = process.state === 'LOOKING' || process.state === 'READ-ONLY';
  const tells = votes || (manyLeaders && process.state === 'FOLLOWING');
  if (vote !== null && tells && !isDown(process))
    children.push(presentVote(vote.leader, process.pid, radius, options));
  return group(children, {
    key: `server-${process.pid}`,
    className: ringClass(kind),
    role: 'button',
    label: options.words.server(process.pid, word),
    action: { select: process.pid },
    selected,
    transform: at(x, y),
  });
}

/** The vote that a server holds now, on its ring. */
function presentVote(leader: Pid, pid: Pid, radius: number, options: RingOptions): Shape {
  const place = slipPlace(radius);
  const hidden = veiled(options.veil, pid, 'sid');
  const label = hidden ? HIDDEN : `S${leader}`;
  const half = Math.max(place.w, round(textWidth(label, 12) / 2 + 6));
  const change = changedOf(options, pid, 'vote');
  const halo = { x: -half - 4, y: -place.h - 4, w: 2 * half + 8, h: 2 * place.h + 8 };
  return group(
    [
      ...(change === 'glow'
        ? [rect(halo.x, halo.y, halo.w, halo.h, { rx: 4, className: 'glow' })]
        : []),
      ...voteSlip(label, hidden ? null : leader, half, place.h, 12),
      ...(change === 'outline'
        ? [rect(halo.x, halo.y, halo.w, halo.h, { className: 'changed', style: OUTLINE })]
        : []),
    ],
    { key: 'vote', className: 'msg vote', transform: at(place.x, place.y) },
  );
}
