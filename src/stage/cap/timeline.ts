import type { CapDetail } from '../../view/cap.ts';
import type { Mark } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { textWidth } from '../geometry.ts';
import { circle, group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import type { CapAxis } from './axis.ts';
import { cutsApart, piecesApart } from './crowded.ts';
import type { CapSaying } from './words.ts';

/** Middle of the bar, with labels under it, as in the timeline of every lab. */
const BAR = 22;
const LABELS = 40;
/** Without labels below this height. */
const TALL = 40;

export interface CapTimelineOptions {
  readonly words: CapSaying;
  readonly width: number;
  readonly height: number;
  readonly now: Micros;
  /** Up to where the run has been computed. */
  readonly known: Micros;
  readonly axis: CapAxis;
  readonly nameOf: (pid: number) => string;
}

/** The run in time, on the axis of the requests below it: cuts, who looks for a leader, and the playhead. */
export function capTimeline(detail: CapDetail, options: CapTimelineOptions): Drawing {
  const { words, width, height, now, known, axis, nameOf } = options;
  const x = (time: Micros): number => round(axis.x(time));
  const tall = height >= TALL;
  const bar = tall ? BAR : height - 8;
  const line = (from: number, to: number, stroke: string, key: string): readonly Shape[] =>
    to - from < 0.5
      ? []
      : [
          path(`M${round(from)} ${bar}H${round(to)}`, {
            key,
            style: { fill: 'none', stroke, strokeWidth: 3 },
          }),
        ];
  const here = x(now);
  const labels: { readonly x: number; readonly word: string }[] = [];
  const signs: Shape[] = [];
  for (const [i, { from, to, count }] of cutsApart(detail.cuts, axis).entries()) {
    const at = x(from);
    signs.push(
      path(`M${at - 2} ${bar - 14}v8m4 -8v8`, {
        key: `cut-${i}`,
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2 },
      }),
    );
    if (count > 1)
      signs.push(
        path(`M${at + 2} ${bar - 10}H${x(to ?? axis.to)}`, {
          key: `cuts-${i}`,
          style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1 },
        }),
      );
    labels.push({ x: at, word: words.say('cut', { count }) });
    if (to === null) continue;
    signs.push(
      path(`M${x(to)} ${bar - 14}v8`, {
        key: `heal-${i}`,
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '2 2' },
      }),
    );
    labels.push({ x: x(to), word: words.say(to <= now ? 'healed' : 'heals') });
  }
  // Of servers that look at the same time one line tells enough: the one with a client behind it.
  const behind = new Set(detail.clients.map(({ server }) => server));
  for (const pid of behind) {
    const looks = detail.spans.flatMap((span) =>
      span.pid !== pid || span.role !== 'LOOKING' || (span.to ?? now) < axis.from
        ? []
        : [{ x0: x(Math.max(span.from, axis.from)), x1: x(Math.min(span.to ?? now, now)) }],
    );
    const seen = piecesApart(looks, 1);
    if (seen.length === 0) continue;
    signs.push(
      path(seen.map(({ x0, x1 }) => `M${x0} ${bar - 10}H${x1}`).join(''), {
        key: `looks-${pid}`,
        style: { fill: 'none', stroke: 'var(--looking)', strokeWidth: 3, strokeDasharray: '6 3' },
      }),
    );
    for (const { x0, x1 } of seen)
      labels.push({ x: (x0 + x1) / 2, word: words.say('looks', { server: nameOf(pid) }) });
  }
  const shapes: Shape[] = [
    ...line(0, here, 'var(--ink)', 'past'),
    ...line(here, x(Math.max(known, now)), 'var(--line)', 'known'),
    ...line(x(Math.max(known, now)), width, 'var(--rule)', 'future'),
    ...axis.pleats.flatMap(({ x0, x1 }, i) => [
      rect(round(x0), bar - 3, round(x1 - x0), 6, {
        key: `fold-${i}`,
        style: { fill: 'var(--paper)' },
      }),
      path(`M${round((x0 + x1) / 2 - 7)} ${bar + 6}l5 -12m5 12l5 -12`, {
        key: `fold-sign-${i}`,
        className: 'hair2',
      }),
    ]),
    group(signs, { key: 'marks' }),
    circle(here, bar, 7, { key: 'playhead', className: 'playhead', style: { fill: 'var(--ink)' } }),
    ...(tall ? placed(labels, width) : []),
  ];
  return { shapes, width, height };
}

/** Labels from left to right; one that would lie over another is left out. */
function placed(
  labels: readonly { readonly x: number; readonly word: string }[],
  width: number,
): Shape[] {
  let taken = -Infinity;
  return labels
    .toSorted((a, b) => a.x - b.x)
    .flatMap(({ x, word }, i): Shape[] => {
      const half = textWidth(word, 12) / 2;
      const at = Math.max(half, Math.min(width - half, x));
      if (at - half < taken + 8) return [];
      taken = at + half;
      return [
        text(round(at), LABELS, word, { key: `label-${i}`, anchor: 'middle', className: 'xs i2' }),
      ];
    });
}

/**
 * The position of a run at a moment: what it was at the mark before, and as many steps on as that part of
 * the time to the next one makes. Between two marks there are but pings, which come evenly.
 */
export function positionAtTime(
  time: Micros,
  marks: readonly Mark[],
  present: { readonly position: number; readonly time: Micros; readonly length: number },
): number {
  const known = [
    { position: 0, time: 0 },
    ...marks.flatMap((mark) => [
      { position: mark.since, time: mark.time - mark.duration },
      { position: mark.position, time: mark.time },
    ]),
    present,
  ].toSorted((a, b) => a.time - b.time || a.position - b.position);
  const after = known.findIndex((one) => one.time > time);
  if (after < 0) return present.length;
  const [from, to] = [known[after - 1], known[after]];
  if (from === undefined || to === undefined) return 0;
  const part = (time - from.time) / Math.max(1, to.time - from.time);
  return Math.max(0, Math.round(from.position + part * (to.position - from.position)));
}
