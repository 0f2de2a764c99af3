import type { Pid } from '../../view/time.ts';
import { boldWidth, textWidth, trimmed } from '../geometry.ts';
import type { Box } from '../geometry.ts';
import { changeMark, cropBox } from '../paxos/card-frame.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { CHIP, chip, chipWidth, inkOr } from './marks.ts';
import type { OutsideView, RedisView, StorageView, TableView } from './scene.ts';
import { lasting } from './lasting.ts';
import type { RecipesSaying } from './words.ts';

export interface OutsideOptions {
  readonly words: RecipesSaying;
  readonly selected: Pid | null;
  readonly changed: Pid | null;
  readonly reducedMotion: boolean;
  /** There are several: each says what it is. */
  readonly captioned: boolean;
}

/** A row of words and chips; what has no room is left out. */
class Row {
  private readonly shapes: Shape[] = [];
  private readonly y: number;
  private readonly until: number;
  private x: number;

  constructor(y: number, from: number, until: number) {
    this.y = y;
    this.x = from;
    this.until = until;
  }

  /** The first of these that there is room for whole; of none the last, cut. */
  sayShort(...choices: readonly string[]): this {
    const room = this.until - this.x;
    const fits = choices.find((words) => textWidth(words, 13) <= room) ?? choices.at(-1);
    return fits === undefined ? this : this.say(fits);
  }

  say(words: string, className = 's i2'): this {
    const wide = (className.includes('b') ? boldWidth : textWidth)(words, 13);
    if (this.x + 20 > this.until) return this;
    const said = trimmed(words, this.until - this.x, 13);
    this.shapes.push(text(round(this.x), this.y, said, { className, title: words }));
    this.x += Math.min(wide, this.until - this.x) + 8;
    return this;
  }

  chip(words: string, colour: string): this {
    const said = trimmed(
      words,
      Math.max(20, this.until - this.x - 2 * CHIP.pad),
      CHIP.size,
      'bold',
    );
    const wide = chipWidth(said);
    if (this.x + wide > this.until + 2) return this;
    this.shapes.push(chip(round(this.x), this.y - 18, said, colour, true));
    this.x += wide + 12;
    return this;
  }

  drawn(): readonly Shape[] {
    return this.shapes;
  }
}

/** Narrower than this a box says only the least of what is in it. */
const SMALL = 190;

/** The value, whose it is, and the token that it was written with; a thick edge is the gate. */
function storageLines(
  view: StorageView,
  { width }: Box,
  y: number,
  words: RecipesSaying,
): readonly Shape[] {
  const row = new Row(y, width < SMALL ? 10 : 16, width - 10);
  if (view.value === '') row.say(words.say('nothingWritten'));
  else {
    if (width >= SMALL) row.say(words.say('value'));
    row.chip(view.value, inkOr(view.writer));
    if (view.token !== '' && width < SMALL) row.chip(view.token, inkOr(view.writer));
    else if (view.token !== '')
      row.say(words.say('withToken')).chip(view.token, inkOr(view.writer));
  }
  return [
    ...(view.fencing
      ? [
          path(`M0 0H${round(Math.min(132, width))}`, {
            style: { stroke: 'var(--ink)', strokeWidth: 4 },
          }),
        ]
      : [
          path('M0 0H132', {
            style: { stroke: 'var(--ink-3)', strokeWidth: 2, strokeDasharray: '4 5' },
          }),
        ]),
    ...row.drawn(),
  ];
}

function tableLines(
  view: TableView,
  { width }: Box,
  y: number,
  words: RecipesSaying,
): readonly Shape[] {
  const row = new Row(y, width < SMALL ? 10 : 16, width - 10);
  const first = view.rows[0];
  if (first === undefined) row.say(words.say('noRow'));
  else {
    row.say(words.say('rowId')).say(first.id, 's b').say(words.say('rowOwner'));
    row.chip(first.ownerName, inkOr(first.owner));
    if (first.beatAt !== null) {
      const ago = lasting(Math.max(0, view.clock - first.beatAt), words);
      row.say(words.say('rowBeat')).say(words.say('ago', { time: ago }), 's b');
    }
  }
  return row.drawn();
}

function redisLines(
  view: RedisView,
  { width }: Box,
  y: number,
  words: RecipesSaying,
): readonly Shape[] {
  const row = new Row(y, width < SMALL ? 10 : 16, width - 10);
  const key = view.keys[0];
  if (key === undefined) return row.say(words.say('noKey')).drawn();
  if (width >= SMALL) row.say(key.key, 's mono');
  row.chip(key.ownerName === '' ? key.value : key.ownerName, inkOr(key.owner));
  const left = key.expiresAt === null ? null : Math.max(0, key.expiresAt - view.clock);
  if (left === null) row.say(words.say('keyForEver'));
  else {
    const time = lasting(left, words);
    row.sayShort(...(width < SMALL ? [] : [words.say('keyExpires', { time })]), time);
  }
  return row.drawn();
}

const headOf = (view: OutsideView, words: RecipesSaying): readonly [string, string] => {
  switch (view.kind) {
    case 'storage':
      return [words.say('storage'), words.say(view.fencing ? 'fencing' : 'noFencing')];
    case 'table':
      return [words.say('table'), words.say('queries', { count: view.queries })];
    case 'redis':
      return [
        words.say('redis'),
        view.replica
          ? words.say('replica')
          : words.say('attempts', { count: view.attempts, failed: view.failed }),
      ];
    case 'provider':
      return [view.name, ''];
  }
};

/** What stands in it, as a sentence for who cannot see it. */
const labelOf = (view: OutsideView, words: RecipesSaying): string => {
  const [head, more] = headOf(view, words);
  const inside =
    'value' in view && view.value !== '' ? `, ${words.say('value')} ${view.value}` : '';
  return `${view.name === head ? '' : `${view.name}: `}${head}${more === '' ? '' : `, ${more}`}${inside}`;
};

/** What the box is, above what is in it: its name, and of what kind it is as far as there is room. */
function caption(view: OutsideView, { width }: Box, words: RecipesSaying): readonly Shape[] {
  const [head, more] = headOf(view, words);
  const from = 18 + boldWidth(view.name, 13);
  const told = width < SMALL || more === '' ? head : `${head}, ${more}`;
  const room = width - from - 10;
  return [
    text(10, 16, view.name, { className: 's b' }),
    ...(room < 40
      ? []
      : [text(round(from), 16, trimmed(told, room, 12), { className: 'xs i2', title: told })]),
  ];
}

/** A process outside of ZooKeeper: its box with what stands in it. */
export function outsideShape(
  view: OutsideView,
  box: Box,
  { words, selected, changed, reducedMotion, captioned }: OutsideOptions,
): Shape {
  const y = box.height - (captioned ? 14 : 18);
  const inside =
    view.kind === 'storage'
      ? storageLines(view, box, y, words)
      : view.kind === 'table'
        ? tableLines(view, box, y, words)
        : view.kind === 'redis'
          ? redisLines(view, box, y, words)
          : [];
  return group(
    [
      ...(changed === view.pid ? [changeMark(box, reducedMotion)] : []),
      rect(0, 0, round(box.width), round(box.height), {
        rx: 4,
        style: { fill: 'var(--paper)', stroke: 'var(--ink-2)', strokeWidth: 1 },
      }),
      ...(selected === view.pid ? [cropBox(box)] : []),
      ...(captioned ? caption(view, box, words) : []),
      ...inside,
    ],
    {
      key: `process-${view.pid}`,
      className: `outside ${view.kind}`,
      role: 'button',
      label: labelOf(view, words),
      action: { select: view.pid },
      selected: selected === view.pid,
      transform: at(box.x, box.y),
    },
  );
}

/** Head of the row on the left: of one what it is, of several that they are no part of ZooKeeper. */
export const outsideHead = (
  view: OutsideView,
  captioned: boolean,
  y: number,
  words: RecipesSaying,
): readonly Shape[] => {
  const [head, more] = captioned ? [words.say('outside'), ''] : headOf(view, words);
  return [
    text(24, round(y + 18), trimmed(head, 190, 15, 'bold'), { className: 'm b' }),
    ...(more === ''
      ? []
      : [text(24, round(y + 37), trimmed(more, 190, 12), { className: 'xs i2', title: more })]),
  ];
};
