import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import { claimColour } from './colours.ts';
import { textWidth } from './geometry.ts';
import { voteChip } from './glyphs.ts';
import { at, circle, group, rect, round, text } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import { isDown } from './states.ts';
import { HIDDEN, veiled } from './veil.ts';
import type { VoteOptions } from './vote-options.ts';

interface Candidate {
  readonly pid: Pid;
  readonly votes: number;
}

/** Present votes of voters that are up, by candidate, the most first. */
const candidates = (frame: Frame<ElectionDetail>): readonly Candidate[] => {
  const up = new Set(frame.processes.filter((p) => !isDown(p)).map((p) => p.pid));
  const voters = new Set(frame.detail.voters);
  const counts = new Map<Pid, number>();
  for (const server of frame.detail.servers) {
    if (server.vote === null || !up.has(server.sid) || !voters.has(server.sid)) continue;
    counts.set(server.vote.leader, (counts.get(server.vote.leader) ?? 0) + 1);
  }
  return [...counts]
    .map(([pid, votes]) => ({ pid, votes }))
    .toSorted((a, b) => b.votes - a.votes || a.pid - b.pid);
};

/** Room for a count that is written instead of dots, of so many voters: `4/11`. */
const WRITTEN = 38;
/** Kept free at the right edge for the number of votes beyond a quorum. */
const EDGE = 12;

/**
 * One dot a vote, up to the quorum; a large quorum is written. One row of candidates where the
 * height is given, so that what stands above never moves; else two. The rest are a number.
 */
export const tallyFigure = (frame: Frame<ElectionDetail>, options: VoteOptions): Drawing => {
  const { words, width } = options;
  const { quorum } = frame.detail;
  const voters = frame.detail.voters.length;
  const all = candidates(frame);
  const hidden = veiled(options.veil, null, 'tally');
  const label = Math.max(textWidth(words.votes('tally'), 15) + 14, 58);
  const step = quorum > 4 ? 16 : 20;
  // More votes than needed are a number in the gap behind the dots: nothing moves when it comes.
  const gap = 18;
  const fitting = (item: number): number => Math.floor((width - label - EDGE + gap) / (item + gap));
  // Two candidates are worth comparing: their votes are written where the dots leave room for one.
  const dotted = fitting(54 + quorum * step) >= Math.min(2, all.length);
  const item = 54 + (dotted ? quorum * step : WRITTEN);
  const perRow = Math.max(1, fitting(item));
  const most = perRow * (options.height === undefined ? 2 : 1);
  const shown = all.slice(0, most);
  const changedVoter = options.changed?.what === 'vote' ? options.changed.pid : null;
  const grown = frame.detail.servers.find((server) => server.sid === changedVoter)?.vote?.leader;
  const shapes: Shape[] = [text(0, 27, words.votes('tally'), { className: 'm b' })];
  shown.forEach((candidate, i) => {
    const inRow = Math.min(perRow, shown.length);
    // As beside the stage: rows end at the right edge.
    const x = width - EDGE - (inRow - (i % perRow)) * (item + gap) + gap;
    const y = 22 + Math.floor(i / perRow) * 36;
    const glow = grown === candidate.pid && !hidden;
    const votes = hidden ? HIDDEN : candidate.votes;
    shapes.push(
      group(
        [
          ...(glow
            ? [
                rect(-7, -17, item + 6, 34, {
                  rx: 4,
                  ...(options.reducedMotion === true
                    ? {
                        className: 'changed',
                        style: {
                          fill: 'none',
                          stroke: 'var(--ink)',
                          strokeWidth: 2,
                          strokeDasharray: '2 3',
                        },
                      }
                    : { className: 'glow' }),
                }),
              ]
            : []),
          voteChip(20, 0, `S${candidate.pid}`, candidate.pid, 20),
          ...(typeof votes === 'number' && dotted
            ? dots(candidate, quorum, step)
            : [text(54, 5, dotted ? String(votes) : `${votes}/${voters}`, { className: 'm b' })]),
        ],
        {
          key: `tally-${candidate.pid}`,
          transform: at(x, y),
          role: 'img',
          label: words.votes('count', {
            name: `S${candidate.pid}`,
            votes: hidden ? 0 : candidate.votes,
            quorum,
          }),
        },
      ),
    );
  });
  const rows = Math.max(1, Math.ceil(shown.length / perRow));
  // The line for the rest is always kept free: what stands above does not move for it.
  const height = rows * 36 + 16;
  if (shown.length < all.length) {
    const rest = words.votes('more', { count: all.length - shown.length });
    shapes.push(text(width, height - 2, rest, { anchor: 'end', className: 'xs i2' }));
  }
  return { shapes, width, height };
};

/** Filled for a vote, hollow for one that is still needed; more votes than needed add a number. */
function dots(candidate: Candidate, quorum: number, step: number): Shape[] {
  const radius = step > 18 ? 7 : 5.5;
  const shapes: Shape[] = [];
  for (let i = 0; i < quorum; i++) {
    const style =
      i < candidate.votes
        ? { fill: claimColour(candidate.pid) }
        : { fill: 'none', stroke: 'var(--ink-3)', strokeWidth: 1.5 };
    shapes.push(circle(round(54 + i * step), 0, radius, { style }));
  }
  if (candidate.votes > quorum) {
    shapes.push(
      text(round(54 + quorum * step - 8), 4.5, `+${candidate.votes - quorum}`, {
        className: 'xs b',
      }),
    );
  }
  return shapes;
}
