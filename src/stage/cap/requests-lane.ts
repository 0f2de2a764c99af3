import type { CapClientView, CapDetail } from '../../view/cap.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { trimmed } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape, Style } from '../shape.ts';
import type { CapAxis } from './axis.ts';
import { piecesApart } from './crowded.ts';
import type { Piece } from './crowded.ts';
import { roleWord } from './role.ts';
import type { CapSaying } from './words.ts';

interface HeadOptions {
  readonly words: CapSaying;
  readonly selected: Pid | null;
  readonly nameOf: (pid: Pid) => string;
  readonly narrow: boolean;
  readonly left: number;
  readonly tall: boolean;
}

/** Whose lane it is, and the server behind it with its role. */
export function laneHead(
  client: CapClientView,
  detail: CapDetail,
  y: number,
  { words, selected, nameOf, narrow, left, tall }: HeadOptions,
): Shape {
  const role = detail.servers.find(({ pid }) => pid === client.server)?.role ?? '';
  const server = words.say('on', { server: nameOf(client.server) });
  const word = roleWord(role, words);
  const inset = narrow ? 8 : 23;
  return group(
    [
      rect(0, round(y - 14), left - 6, 28, { style: { fill: 'transparent' } }),
      ...(selected === client.pid
        ? [rect(inset - 13, round(y - 12), 3, 24, { style: { fill: 'var(--ink)' } })]
        : []),
      text(inset, round(y + 6), trimmed(client.name, narrow ? 40 : 36, 18, 'bold'), {
        className: 'l b',
      }),
      ...(narrow
        ? []
        : tall
          ? [
              text(inset + 24, round(y), trimmed(server, left - inset - 30, 12), {
                className: 'xs i2',
              }),
              text(inset + 24, round(y + 16), trimmed(word, left - inset - 30, 12, 'bold'), {
                className: `xs b ${roleClass(role)}`,
              }),
            ]
          : [
              text(inset + 24, round(y + 5), trimmed(`${server} ${word}`, left - inset - 30, 12), {
                className: `xs ${roleClass(role)}`,
              }),
            ]),
    ],
    {
      key: 'head',
      role: 'button',
      label: words.say('clientName', { name: client.name, state: `${server}, ${word}` }),
      action: { select: client.pid },
      selected: selected === client.pid,
    },
  );
}

const roleClass = (role: string): string => {
  switch (role) {
    case 'LOOKING':
    case 'READ_ONLY':
      return 'w-looking';
    case 'LEADING':
    case 'PRIMARY':
      return 'w-leading';
    case '':
      return 'w-crashed';
    default:
      return 'w-following';
  }
};

const roleStyle = (role: string): Style => {
  const plain = { fill: 'none', strokeWidth: 2 };
  switch (role) {
    case 'LOOKING':
      return { ...plain, stroke: 'var(--looking)', strokeDasharray: '5 3' };
    case 'LEADING':
    case 'PRIMARY':
      return { ...plain, stroke: 'var(--leading)' };
    case 'READ_ONLY':
      return { ...plain, stroke: 'var(--looking)', strokeDasharray: '10 2' };
    case '':
      return { ...plain, stroke: 'var(--crashed)', strokeDasharray: '1 4', strokeLinecap: 'round' };
    default:
      return { ...plain, stroke: 'var(--following)' };
  }
};

/** The lane: the role of the server behind it as long as it had it, and what is still to come. */
export function laneLine(
  { pid, server }: CapClientView,
  { spans }: CapDetail,
  y: number,
  axis: CapAxis,
  now: Micros,
): readonly Shape[] {
  const at = round(y);
  const own = new Map<string, Piece[]>();
  for (const { pid: of, role, from, to } of spans) {
    if (of !== server) continue;
    const piece = { x0: axis.x(Math.max(from, axis.from)), x1: axis.x(Math.min(to ?? now, now)) };
    const pieces = own.get(role);
    if (pieces === undefined) own.set(role, [piece]);
    else pieces.push(piece);
  }
  return [
    path(`M${round(axis.x(now))} ${at}H${round(axis.x(axis.to))}`, {
      key: `ahead-${pid}`,
      className: 'hair2',
    }),
    // One line for each role, however often a server changes.
    ...[...own].flatMap(([role, pieces]) => {
      const seen = piecesApart(pieces, 0.5);
      return seen.length === 0
        ? []
        : [
            path(seen.map(({ x0, x1 }) => `M${round(x0)} ${at}H${round(x1)}`).join(''), {
              key: `span-${pid}-${role}`,
              className: 'lane',
              style: roleStyle(role),
            }),
          ];
    }),
  ];
}
