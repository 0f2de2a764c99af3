import type { Mark } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import type { FoldedAxis } from './fold.ts';
import { textWidth } from '../geometry.ts';
import {
  isCommit,
  isCrash,
  isStop,
  isElectionEnd,
  isElectionStart,
  isHeal,
  isPartition,
  isQuiet,
  isSilence,
  isStart,
  isViolation,
  leavesElection,
} from '../rules.ts';
import { group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { timelineAxis } from './timeline-axis.ts';
import { decisionSigns } from './timeline-decisions.ts';
import { pleatSigns } from './timeline-pleats.ts';
import { HIDDEN } from '../veil.ts';
import type { StageWords } from '../words.ts';

export interface SignsOptions {
  readonly words: StageWords;
  readonly width: number;
  /** Default 44; 26 leaves the labels out. */
  readonly height?: number;
  readonly position: number;
  /** Virtual time at `position`. */
  readonly time: Micros;
  readonly length: number;
  /** Where positions lie, if that is known already. */
  readonly axis?: FoldedAxis;
  /** Short names of processes for labels. */
  readonly name: (pid: number) => string;
  /** True while a question is open: nothing right of the playhead is shown. */
  readonly veiled?: boolean;
  /** It is known to its end: what lies beyond is nothing that is still to be played. */
  readonly whole?: boolean;
}

interface Label {
  readonly x: number;
  readonly word: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Larger ones get their place first. */
  readonly weight: number;
  readonly className: string;
}

/** What stands on a timeline, and the labels under it: neither moves with the playhead. */
export interface TimelineSigns {
  readonly signs: Shape;
  readonly labels: Shape | null;
}

/** Middle of the bar with labels under it. */
const BAR = 22;
/** Least distance of two signs of one kind. */
const APART = 2.5;

/** Middle of the bar: without labels it lies low in its room, and the marks with it. */
export const barOf = (height: number): number => (height >= 40 ? BAR : height - 8);

/** Where a playhead is. */
interface Moment {
  readonly position: number;
  readonly time: Micros;
}

/**
 * The moment that the signs depend on, wherever the playhead is: what is over looks the same from
 * everywhere, what lasts is as long as the playhead is past its beginning.
 */
export const momentOfSigns = (
  marks: readonly Mark[],
  { position, time }: Moment,
  veiled: boolean,
): Moment => {
  if (veiled) return { position, time };
  const election = elections(marks, -1).at(-1);
  const lasting = marks.findLast(({ kind, open }) => isQuiet(kind) && open === true);
  const begins = Math.min(
    election !== undefined && election[1] === election[0] ? election[0] : Infinity,
    lasting?.since ?? Infinity,
  );
  return position < begins ? NOTHING_LASTS : { position, time };
};
const NOTHING_LASTS: Moment = { position: 0, time: 0 };

/** Marks over positions; x is by position, not by time, and quiet stretches are pleats. */
export const timelineSigns = (marks: readonly Mark[], options: SignsOptions): TimelineSigns => {
  const { width, words, position, veiled } = options;
  const height = options.height ?? 44;
  const length = Math.max(options.length, position);
  const axis = options.axis ?? timelineAxis(marks, { width, length });
  const x = (at: number): number => round(axis.x(Math.min(at, length)));
  const end = x(length);
  const bar = barOf(height);
  const shown = marks.filter((mark) => veiled !== true || mark.position <= position);
  const labels: Label[] = [];
  const signs: Shape[] = [];
  const label = (at: number, word: string, weight: number): number =>
    labels.push({ x: at, word, anchor: 'middle', weight, className: 'xs i2' });
  for (const [from, to] of elections(shown, position)) {
    signs.push(
      path(`M${x(from)} 12H${Math.max(x(to), x(from) + 6)}`, {
        key: `election-${from}`,
        style: { fill: 'none', stroke: 'var(--looking)', strokeWidth: 3, strokeDasharray: '6 4' },
      }),
    );
    label((x(from) + x(to)) / 2, words.timeline('election'), 3);
  }
  const commits = shown.filter((mark) => isCommit(mark.kind));
  signs.push(...ticks(commits, x));
  const firstCommit = commits[0];
  const lastCommit = commits.at(-1);
  if (firstCommit && lastCommit) {
    label((x(firstCommit.position) + x(lastCommit.position)) / 2, words.timeline('commits'), 2);
  }
  const { signs: decisions, refused, decided } = decisionSigns(shown, x);
  signs.push(...decisions);
  if (refused !== null) label(refused, words.timeline('refusals'), 2);
  for (const at of decided) label(at, words.timeline('chosen'), 3);
  const pleats = pleatSigns(shown, axis, { ...options, length, bar: BAR });
  signs.push(...pleats.signs);
  for (const { x: at, word, weight } of pleats.labels) label(at, word, weight);
  const drawn = new Map<string, number>();
  for (const mark of shown) {
    const at = x(mark.position);
    // Nobody can tell signs of one kind apart that stand closer.
    if (at - (drawn.get(mark.kind) ?? -Infinity) < APART) continue;
    drawn.set(mark.kind, at);
    // Several servers may start or crash in one step.
    const key = `${mark.position}-${mark.pid ?? ''}`;
    const name = mark.pid === null ? '' : options.name(mark.pid);
    if (isCrash(mark.kind)) {
      signs.push(
        path(`M${round(at - 5)} 6l10 10m0 -10l-10 10`, {
          key: `crash-${key}`,
          action: { position: mark.position },
          style: { fill: 'none', stroke: 'var(--crashed-text)', strokeWidth: 2.2 },
        }),
      );
      label(at, words.timeline(isStop(mark.kind) ? 'stops' : 'crashes', { name }), 4);
    } else if (isStart(mark.kind)) {
      signs.push(
        path(`M${round(at - 3.5)} 6.5L${round(at + 4.5)} 11L${round(at - 3.5)} 15.5Z`, {
          key: `start-${key}`,
          style: { fill: 'var(--ink-2)' },
        }),
      );
      if (alone(mark, shown)) label(at, words.timeline('starts', { name }), 1);
    } else if (isPartition(mark.kind) || isHeal(mark.kind)) {
      const broken = isPartition(mark.kind);
      signs.push(
        path(`M${round(at - 2)} 5V17M${round(at + 2)} 5V17`, {
          key: `wall-${mark.position}`,
          style: {
            stroke: broken ? 'var(--ink)' : 'var(--ink-3)',
            strokeWidth: 1.8,
            ...(broken ? {} : { strokeDasharray: '2 2' }),
          },
        }),
      );
      label(at, broken ? words.timeline('partition') : words.timeline('heals'), 3);
    } else if (isSilence(mark.kind)) {
      signs.push(
        text(at, 15, HIDDEN, { key: `silent-${key}`, anchor: 'middle', className: 'xs b i2' }),
      );
    } else if (isViolation(mark.kind)) {
      signs.push(
        path(`M${at} 4l6 6l-6 6l-6 -6Z`, {
          key: `violation-${mark.position}`,
          action: { position: mark.position },
          style: { fill: 'var(--violation)' },
        }),
      );
    }
  }
  if (veiled === true) {
    labels.push({
      x: width,
      word: words.timeline('hidden'),
      anchor: 'end',
      weight: 9,
      className: 'xs i3',
    });
  } else if (
    options.whole !== true &&
    width - end > textWidth(words.timeline('notPlayed'), 12) + 12
  ) {
    labels.push({
      x: width,
      word: words.timeline('notPlayed'),
      anchor: 'end',
      weight: 0,
      className: 'xs i3',
    });
  }
  return {
    signs: group(signs, { key: 'marks', transform: `translate(0 ${bar - BAR})` }),
    labels: height >= 40 ? group(placed(labels, width), { key: 'labels' }) : null,
  };
};

/** From the first server that looks for a leader until one is established, or nobody looks. */
function elections(marks: readonly Mark[], position: number): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  const looking = new Set<number | null>();
  let start = 0;
  for (const mark of marks) {
    if (isElectionStart(mark.kind)) {
      if (looking.size === 0) start = mark.position;
      looking.add(mark.pid);
    } else if (looking.size > 0 && (isElectionEnd(mark.kind) || leavesElection(mark.kind))) {
      if (isElectionEnd(mark.kind)) looking.clear();
      else looking.delete(mark.pid);
      if (looking.size === 0) spans.push([start, mark.position]);
    }
  }
  if (looking.size > 0) spans.push([start, Math.max(position, start)]);
  return spans;
}

/** Whether no other process does the same at the same step; a name would be only half the truth. */
const alone = (mark: Mark, marks: readonly Mark[]): boolean =>
  !marks.some(
    (other) =>
      other !== mark &&
      other.position === mark.position &&
      isStart(other.kind) === isStart(mark.kind),
  );

/** Commits close together become one: nobody can tell ticks under two units apart. */
function ticks(commits: readonly Mark[], x: (position: number) => number): Shape[] {
  const shapes: Shape[] = [];
  let last = -Infinity;
  for (const mark of commits) {
    const at = x(mark.position);
    if (at - last < 2.5) continue;
    last = at;
    shapes.push(
      path(`M${at} 14v5`, {
        key: `commit-${mark.position}`,
        style: { stroke: 'var(--ink-2)', strokeWidth: 2 },
      }),
    );
  }
  return shapes;
}

/** Labels under the bar, the weightiest first; what would cover another one is left out. */
function placed(labels: readonly Label[], width: number): Shape[] {
  const taken: { from: number; to: number }[] = [];
  const shapes: { x: number; shape: Shape }[] = [];
  for (const { x, word, anchor, className } of labels.toSorted((a, b) => b.weight - a.weight)) {
    const room = textWidth(word, 12);
    const wish = anchor === 'end' ? x - room : x - room / 2;
    const from = Math.max(0, Math.min(width - room, wish));
    if (taken.some((other) => from < other.to + 8 && other.from < from + room + 8)) continue;
    taken.push({ from, to: from + room });
    const at = anchor === 'end' ? width : from + room / 2;
    shapes.push({ x: from, shape: text(round(at), 40, word, { anchor, className }) });
  }
  return shapes.toSorted((a, b) => a.x - b.x).map(({ shape }) => shape);
}
