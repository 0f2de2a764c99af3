import { epochTint } from '../colours.ts';
import { textWidth, trimmed } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { ColumnsLayout } from './columns-layout.ts';
import type { ClientView, LineView, ListingView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

/** A zxid as it is written: it stands in a cell of its epoch's tint, as everywhere. */
const ZXID = /^(\d+)·(\d+)$/u;

/**
 * The lines that there is room for: first those at which somebody is, then those that have given
 * somebody something, then the others, from the line that is looked at on.
 */
export function linesShown(
  lines: number,
  shown: number,
  clients: readonly Pick<ClientView, 'line' | 'results'>[],
  looked: number | null,
): readonly number[] {
  const at = new Set(clients.map(({ line }) => line));
  const given = (i: number): boolean => clients.some(({ results }) => (results[i] ?? '') !== '');
  const rank = (i: number): number => (at.has(i) ? 0 : given(i) ? 1 : 2);
  const far = (i: number): number => (looked === null ? i : Math.abs(i - looked));
  return Array.from({ length: lines }, (_, i) => i)
    .sort((a, b) => rank(a) - rank(b) || far(a) - far(b) || a - b)
    .slice(0, shown)
    .sort((a, b) => a - b);
}

const number = (i: number): string => String(i + 1);

/** What goes on where the verb ends: `getChildren: smallest?`. */
const GOES_ON = /^[:：,，]/u;

/** A line as one text. */
const wholeLine = ({ code, rest }: LineView): string =>
  GOES_ON.test(rest) ? `${code}${rest}` : `${code} ${rest}`.trim();

/** Between two lines; where some are left out it is dotted, and darker. */
const edgeOf = (jumps: boolean, y: number, edge: number): Shape =>
  path(`M24 ${y - 0.5}H${edge}`, {
    className: 'hair',
    ...(jumps ? { style: { stroke: 'var(--ink-3)', strokeDasharray: '2 3' } } : {}),
  });

/** Room for a line's text, behind its number. */
export const roomOfLine = ({ left }: Pick<ColumnsLayout, 'left'>): number => left - 50;

/** `create Lock-`, the verb in letters of one width. */
export function lineText(
  line: LineView,
  x: number,
  y: number,
  room: number,
  size: number,
): Shape[] {
  const { code, rest } = line;
  const verb = code === '' ? '' : trimmed(code, room, size - 0.5, 'mono');
  const wide = verb === '' ? 0 : verb.length * 0.61 * size;
  const left = room - wide - 4;
  return [
    ...(verb === '' ? [] : [text(x, y, verb, { className: 'mono', style: { fontSize: size } })]),
    ...(rest === '' || left < 16
      ? []
      : [
          text(
            round(x + wide + (verb === '' || GOES_ON.test(rest) ? 0 : 5)),
            y,
            trimmed(rest, left * 1.08, size),
            {
              style: { fontSize: size },
              title: wholeLine(line),
            },
          ),
        ]),
  ];
}

/** What stands where a client is: it has asked, or waits, or has just had this. */
const placeText = (client: ClientView, result: string, words: RecipesSaying): string => {
  if (client.does !== '') return client.does;
  return client.waits === '' ? result : words.say('waits');
};

/** One client's cell of one line. */
function cell(
  client: ClientView,
  line: number,
  column: { readonly from: number; readonly width: number },
  y: number,
  layout: ColumnsLayout,
  words: RecipesSaying,
  changed: boolean,
): Shape[] {
  const { line: high } = layout;
  const result = client.results[line] ?? '';
  const here = client.line === line;
  const pad = column.width >= 60 ? 20 : 8;
  const x = column.from + 8;
  const width = column.width - 14;
  const size = high >= 20 && width >= 70 ? 13 : 12;
  const base = y + high / 2 + size * 0.35;
  const shapes: Shape[] = [];
  if (here) {
    shapes.push(
      rect(round(x), round(y + 1), round(width), round(high - 1.5), {
        style: { fill: changed ? 'var(--new)' : 'var(--faint)' },
      }),
      rect(round(x), round(y + 1), 3, round(high - 1.5), { style: { fill: 'var(--ink)' } }),
    );
  }
  const said = here ? placeText(client, result, words) : result;
  if (said === '') return shapes;
  const zxid = ZXID.exec(said);
  if (zxid !== null && width >= 44) {
    const wide = textWidth(said, 12) + 12;
    shapes.push(
      group(
        [
          rect(round(column.from + pad), round(y + 1.5), round(wide), round(high - 3), {
            className: 'cell solid',
            style: { fill: epochTint(Number(zxid[1])) },
          }),
          text(round(column.from + pad + wide / 2), round(y + high / 2 + 4.3), said, {
            anchor: 'middle',
            style: { fontSize: 12 },
          }),
        ],
        { className: 'log' },
      ),
    );
    return shapes;
  }
  const room = (width - (pad - 8) - 4) * 1.06;
  shapes.push(
    text(round(column.from + pad), round(base), trimmed(said, room, size), {
      className: here ? 'b' : 'i2',
      style: { fontSize: size },
      title: said,
    }),
  );
  return shapes;
}

/**
 * One program, listed once, with a column for each client that runs it: its place is lit, and what each
 * line gave it last stands beside it. Who runs another program has its place told in a line of its own.
 */
export function programTable(
  listing: ListingView,
  clients: readonly ClientView[],
  layout: ColumnsLayout,
  options: {
    readonly words: RecipesSaying;
    readonly changed: number | null;
    readonly looked: ClientView | undefined;
    readonly lineOf: (program: string, line: number) => LineView | undefined;
  },
): Shape {
  const { words, changed, looked, lineOf } = options;
  const { table, line: high, shown, width } = layout;
  const running = clients.filter(({ program }) => program === listing.name);
  const rows = linesShown(listing.lines.length, shown, running, looked?.line ?? null);
  const shapes: Shape[] = [];
  const size = high >= 20 ? 13 : 12;
  const edge = width - 24;
  for (const [row, i] of rows.entries()) {
    const y = round(table + row * high);
    shapes.push(edgeOf(i - (rows[row - 1] ?? -1) > 1, y, edge));
    const base = round(y + high / 2 + size * 0.35);
    const line = lineOf(listing.name, i);
    shapes.push(
      text(24, base, number(i), { className: 'i3', style: { fontSize: size } }),
      ...(line === undefined ? [] : lineText(line, 44, base, roomOfLine(layout), size)),
    );
  }
  const bottom = round(table + rows.length * high);
  shapes.push(edgeOf((rows.at(-1) ?? -1) < listing.lines.length - 1, bottom, edge));
  for (const client of clients) {
    const column = layout.columns.get(client.pid);
    if (column === undefined) continue;
    if (client.program !== listing.name) {
      shapes.push(...otherProgram(client, column, layout, bottom, options));
      continue;
    }
    for (const [row, i] of rows.entries()) {
      const y = table + row * high;
      const inside = cell(client, i, column, y, layout, words, changed === client.pid);
      if (inside.length > 0) shapes.push(group(inside, { key: `cell-${client.pid}-${i}` }));
    }
  }
  return group(shapes, { key: 'program' });
}

/** The name of another program, and the line that its client is at. */
function otherProgram(
  client: ClientView,
  column: { readonly from: number; readonly width: number },
  { table, line: high }: ColumnsLayout,
  bottom: number,
  { lineOf, changed, words }: Parameters<typeof programTable>[3],
): Shape[] {
  const room = column.width - 26;
  if (room < 40 || bottom - table < 2 * high) return [];
  const line = client.line === null ? undefined : lineOf(client.program, client.line);
  const x = round(column.from + 8);
  const said = line === undefined ? '' : wholeLine(line);
  const result =
    client.line === null ? '' : placeText(client, client.results[client.line] ?? '', words);
  const lines = [
    { words: client.program, className: 's i2' },
    { words: said, className: 's b' },
    { words: result, className: 's i2' },
  ].filter((one) => one.words !== '');
  return [
    group(
      [
        rect(
          x,
          round(table + 4),
          round(column.width - 14),
          round(Math.min(bottom - table - 8, 10 + lines.length * 19)),
          {
            style: { fill: changed === client.pid ? 'var(--new)' : 'var(--faint)' },
          },
        ),
        ...lines.map((one, i) =>
          text(x + 10, round(table + 22 + i * 19), trimmed(one.words, room, 13, 'bold'), {
            className: one.className,
            title: one.words,
          }),
        ),
      ],
      { key: `other-${client.pid}` },
    ),
  ];
}
