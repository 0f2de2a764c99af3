/** IC1 and IC2: what is asked, who decided what, and how it stands. */
import type { ByzantineDetail, GeneralView } from '../../view/byzantine.ts';
import { textWidth } from '../geometry.ts';
import { group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { HIDDEN } from '../veil.ts';
import { valueChip } from './shield.ts';
import { lieutenantsOf, nameOf, valueColour } from './who.ts';
import type { ByzantineSaying } from './words.ts';

export type Verdict = ByzantineDetail['ic1'] | ByzantineDetail['ic2'];

interface Place {
  readonly words: ByzantineSaying;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** What they are is asked about, or what one of them cannot know. */
  readonly hidden: boolean;
}

/** From the line of the predicate to that of the decisions, and on to the next predicate. */
const LINE = 26;
const NEXT = 32;
/** The tick before a verdict's word, and the gap before that. */
const MARK = 28;

/** A tick or a cross, and the word. */
export const verdictMark = (
  x: number,
  y: number,
  verdict: Verdict,
  word: string,
): readonly Shape[] => {
  const holds = verdict === 'holds';
  const fails = verdict === 'fails';
  const tail = x - textWidth(word, 13) * 1.12 - 12;
  return [
    ...(holds || fails
      ? [
          path(holds ? 'M-5 .5L-1.5 4.5L6 -4.5' : 'M-5 -5l10 10m0 -10l-10 10', {
            transform: `translate(${round(tail)} ${y - 5})`,
            style: {
              fill: 'none',
              stroke: holds ? 'var(--leading)' : 'var(--violation)',
              strokeWidth: 2.4,
            },
          }),
        ]
      : []),
    text(x, y, word, {
      anchor: 'end',
      className: `s ${holds ? 'w-leading b' : fails ? 'w-violation b' : 'i2'}`,
    }),
  ];
};

export const verdictWord = (verdict: Verdict, { say }: ByzantineSaying): string => {
  switch (verdict) {
    case 'holds':
      return say('panel.holdsWord');
    case 'fails':
      return say('panel.fails');
    case 'idle':
      return say('panel.idle');
    case 'open':
      return say('panel.open');
  }
};

/** Both predicates, live. */
export function verdictShapes(
  detail: ByzantineDetail,
  place: Place,
): { shapes: readonly Shape[]; bottom: number } {
  const { words, top } = place;
  const loyal = lieutenantsOf(detail).filter((one) => one.loyal);
  const chief = detail.generals.find(({ pid }) => pid === detail.commander);
  const name = nameOf(detail, detail.commander);
  const idle = detail.ic2 === 'idle' || chief?.loyal !== true;
  const ic2 = idle
    ? [words.say('panel.ic2Idle', { name }), words.say('panel.ic2IdleShort', { name })]
    : [words.say('panel.ic2', { name }), words.say('panel.ic2Short', { name })];
  const ic1 = [words.say('panel.ic1'), words.say('panel.ic1Short')];
  const second = top + LINE + NEXT;
  return {
    shapes: [
      ...one('IC1', ic1, detail.ic1, place, top),
      ...who(detail, loyal, place, top + LINE),
      ...one('IC2', place.hidden ? [HIDDEN] : ic2, detail.ic2, place, second),
      ...(chief !== undefined && chief.loyal
        ? who(detail, [chief, ...loyal], place, second + LINE)
        : []),
    ],
    bottom: second + LINE + 12,
  };
}

/** @param says what it asks, the longest first: the first that has room beside the verdict */
function one(
  name: string,
  says: readonly string[],
  verdict: Verdict,
  place: Place,
  y: number,
): Shape[] {
  const { left, right, words, hidden } = place;
  const mark = hidden ? 0 : textWidth(verdictWord(verdict, words), 13) * 1.12 + MARK;
  const from = left + 42;
  const fitting = says.find((text) => from + textWidth(text, 13) + mark <= right);
  return [
    text(left, y, name, { className: 'm b' }),
    text(from, y, fitting ?? says.at(-1) ?? '', { className: 's i2' }),
    ...(hidden
      ? [text(right, y, HIDDEN, { anchor: 'end', className: 's b' })]
      : verdictMark(right, y, verdict, verdictWord(verdict, words))),
  ];
}

/** Few: each with its order. Many: the orders, each with who obeys it. */
function who(
  detail: ByzantineDetail,
  all: readonly GeneralView[],
  { left, right, hidden }: Place,
  y: number,
): Shape[] {
  const from = left + 42;
  const room = right - from;
  if (all.length * 72 <= room + 20) {
    return all.map(({ pid, name, decided }, i) =>
      group(
        [
          text(from + i * 72, y, name, { className: 's i2' }),
          ...chipOf(detail, hidden ? null : decided, from + i * 72 + 34, y, hidden),
        ],
        { key: `decided-${pid}-${y}` },
      ),
    );
  }
  const groups = detail.values
    .map((value) => ({ value, names: all.filter(({ decided }) => decided === value) }))
    .filter(({ names }) => names.length > 0);
  if (hidden || groups.length === 0)
    return [text(from, y, hidden ? HIDDEN : '…', { className: 's i2' })];
  let x = from;
  return groups.flatMap(({ value, names }): Shape[] => {
    const said = names.map(({ name }) => name).join(' ');
    const start = x;
    x += 34 + textWidth(said, 12) + 16;
    return [
      ...chipOf(detail, value, start + 12, y, false),
      text(round(start + 30), y, said, { className: 'xs i2' }),
    ];
  });
}

const chipOf = (
  detail: ByzantineDetail,
  value: string | null,
  x: number,
  y: number,
  hidden: boolean,
): readonly Shape[] =>
  value === null
    ? [text(x, y, hidden ? HIDDEN : '…', { anchor: 'middle', className: 's i2' })]
    : [
        valueChip(x, y - 5, value, valueColour(detail, value), {
          width: Math.max(24, round(textWidth(value, 13) + 10)),
        }),
      ];
