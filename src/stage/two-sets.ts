import type { EnsembleSize, TwoSets } from '../view/exhibit.ts';
import type { Pid } from '../view/time.ts';
import { textWidth } from './geometry.ts';
import { at, circle, group, path, rect, round, text } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import type { StageWords } from './words.ts';

/** One of two sets of servers that are compared. */
export type SetName = keyof TwoSets;

const NAMES = ['a', 'b'] as const satisfies readonly SetName[];

/** Two sets looked at: which is a majority, and who is in both. */
export interface Judged {
  readonly enough: Readonly<Record<SetName, boolean>>;
  readonly common: readonly Pid[];
}

export const judge = ({ quorum }: EnsembleSize, { a, b }: TwoSets): Judged => ({
  enough: { a: a.length >= quorum, b: b.length >= quorum },
  common: a.filter((pid) => b.includes(pid)).toSorted((x, y) => x - y),
});

/** The majority of the smallest ids and that of the largest: they share as little as two can. */
export const firstAndLast = ({ servers, quorum }: EnsembleSize): TwoSets => ({
  a: Array.from({ length: quorum }, (_, i) => i + 1),
  b: Array.from({ length: quorum }, (_, i) => servers - quorum + i + 1),
});

export interface TwoSetsOptions {
  readonly say: StageWords['majorities'];
  readonly width: number;
  readonly height: number;
}

const LABEL = 88;
const NAMES_ROW = 18;
const WIDEST = 56;
/** A name's size, a little more than it has: some are bold; and what is free between two. */
const NAME = 14;
const APART = 5;

/**
 * Servers as columns, the sets as rows: a dot where a server belongs to a set, joined by a line that
 * is broken while they are too few. Columns in both rows are lit. Every dot is a button.
 */
export const twoSets = (size: EnsembleSize, sets: TwoSets, options: TwoSetsOptions): Drawing => {
  const { say, width, height } = options;
  const { enough, common } = judge(size, sets);
  const pids = Array.from({ length: size.servers }, (_, i) => i + 1);
  const column = Math.min(WIDEST, (width - LABEL) / Math.max(3, size.servers));
  const x = (pid: Pid): number => round(LABEL + (pid - 0.5) * column);
  const row = Math.min(56, (height - NAMES_ROW - 22) / 2);
  const y = { a: round(NAMES_ROW + row / 2 + 2), b: round(NAMES_ROW + row * 1.5 + 2) };
  const foot = round(NAMES_ROW + row * 2 + 12);
  const lit = common.map((pid) =>
    group(
      [
        rect(round(-column / 2 + 1), 0, round(column - 2), foot + 6, {
          rx: 4,
          style: { fill: 'var(--new)' },
        }),
        text(0, foot, say('both'), { anchor: 'middle', className: 'xs' }),
      ],
      { key: `both-${pid}`, transform: at(x(pid), 0) },
    ),
  );
  // Names that would run into each other are numbers alone.
  const named = textWidth(`S${size.servers}`, NAME) + APART <= column;
  const heads = pids.map((pid) =>
    text(x(pid), 14, named ? `S${pid}` : `${pid}`, {
      key: `name-${pid}`,
      anchor: 'middle',
      className: common.includes(pid) ? 's b' : 's',
    }),
  );
  const rows = NAMES.map((name) => {
    const members = pids.filter((pid) => sets[name].includes(pid));
    const first = members[0];
    const last = members.at(-1);
    const line =
      first === undefined || last === undefined || first === last
        ? []
        : [
            path(`M${x(first)} 0H${x(last)}`, {
              style: {
                stroke: 'var(--ink)',
                strokeWidth: 3,
                ...(enough[name] ? {} : { strokeDasharray: '5 4' }),
              },
            }),
          ];
    const verdict = enough[name] ? say('enough') : say('tooFew');
    return group(
      [
        text(0, -3, name.toUpperCase(), { className: 'm b' }),
        text(20, -3, say('members', { members: members.length, servers: size.servers }), {
          className: 's',
        }),
        text(20, 12, verdict, { className: enough[name] ? 'xs i2' : 'xs b w-violation' }),
        ...line,
        ...pids.map((pid) => dot(pid, name, members.includes(pid))),
      ],
      {
        key: `set-${name}`,
        transform: at(0, y[name]),
        role: 'group',
        label: say(enough[name] ? 'setEnough' : 'setTooFew', {
          name: name.toUpperCase(),
          members: members.length,
          servers: size.servers,
        }),
      },
    );
  });

  function dot(pid: Pid, name: SetName, member: boolean): Shape {
    const half = round(column / 2);
    const r = Math.min(9, round(column * 0.32));
    return group(
      [
        rect(-half, round(-row / 2), round(column), round(row), { style: { fill: 'transparent' } }),
        member
          ? circle(0, 0, r, { style: { fill: 'var(--ink)' } })
          : circle(0, 0, r - 1, {
              style: { fill: 'var(--paper)', stroke: 'var(--ink-3)', strokeWidth: 1.5 },
            }),
      ],
      {
        key: `${name}-${pid}`,
        transform: at(x(pid), 0),
        role: 'button',
        label: say('member', { server: `S${pid}`, set: name.toUpperCase() }),
        selected: member,
        action: { member: pid, of: name },
      },
    );
  }

  return {
    shapes: [...lit, ...heads, ...rows],
    width: round(LABEL + column * size.servers),
    height: foot + 8,
  };
};
