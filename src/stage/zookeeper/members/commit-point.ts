/** How far the ensemble has decided: a line down through the logs of those that have it. */
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import { wrapped } from '../../caption.ts';
import { boldWidth, overlaps } from '../../geometry.ts';
import type { Box } from '../../geometry.ts';
import { path, round, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { veiled } from '../../veil.ts';
import type { Veil } from '../../veil.ts';
import { SQUARE } from '../layout.ts';
import type { ZooKeeperSaying } from '../words.ts';
import { compareZxid } from './columns.ts';
import type { Columns } from './columns.ts';
import { columnX } from './log-rows.ts';
import type { MembersLayout } from './layout.ts';
import { committedText } from './quorum-told.ts';

/** From a cell to the line. */
const AIR = 5;
/** Over a row stands a word, so wide and so high. */
const WORD = 98;
const OVER = 24;

/**
 * From the first of the voters that has it to the last: whole between two that know it to be committed,
 * dotted to and from whoever has only logged it, or has it not. Beside it, how many voters have it on disk.
 */
export function commitPoint(
  { servers, ensemble }: Pick<ZooKeeperDetail, 'servers' | 'ensemble'>,
  columns: Columns,
  width: number,
  layout: MembersLayout,
  words: ZooKeeperSaying,
  veil: Veil | undefined,
): Shape[] {
  const leader = servers.find(({ pid }) => pid === ensemble?.established?.leader);
  if (ensemble === null || leader?.member === undefined || leader.member === null) return [];
  // The question is about what somebody has logged.
  if (servers.some(({ pid }) => veiled(veil, pid, 'log'))) return [];
  const { committed } = leader.member;
  const voters = servers.filter(({ pid }) => ensemble.voters.includes(pid));
  const shapes: Shape[] = [];
  const x = commitX({ servers, ensemble }, columns, width, layout);
  if (x !== null) {
    shapes.push(...lines(voters, columns, committed, x, layout));
    const has = voters.filter((each) => isOnDisk(each, columns, committed));
    const told = committedText(
      ensemble,
      has.map(({ pid }) => pid),
      words,
    );
    shapes.push(...besideOne(told, x, voters, layout));
  }
  return shapes;
}

const isOnDisk = (
  server: ZooKeeperServerView,
  columns: Columns,
  zxid: Parameters<Columns['held']>[1],
): boolean => {
  const held = columns.held(server, zxid);
  if (held === 'saved') return true;
  const durable = server.log.some((txn) => txn.durable && compareZxid(txn.zxid, zxid) === 0);
  return durable && (held === 'committed' || held === 'logged');
};

function lines(
  voters: readonly ZooKeeperServerView[],
  columns: Columns,
  zxid: Parameters<Columns['held']>[1],
  x: number,
  { rows, cell, logs }: MembersLayout,
): Shape[] {
  const shapes: Shape[] = [];
  const held = voters.map((server) => columns.held(server, zxid));
  const has = held.map((each) => each !== 'missing' && each !== 'taken');
  const knows = held.map((each) => each === 'committed' || each === 'saved');
  voters.slice(1).forEach((server, i) => {
    const before = voters[i];
    // It runs from the first that has it to the last.
    if (before === undefined || !has.slice(0, i + 1).includes(true)) return;
    if (!has.slice(i + 1).includes(true)) return;
    const whole = knows[i] === true && knows[i + 1] === true;
    const from = (rows.get(before.pid) ?? 0) + cell.height / 2 + AIR;
    const to = (rows.get(server.pid) ?? 0) - cell.height / 2 - (x < logs.x + WORD ? OVER : AIR);
    shapes.push(
      path(`M${x} ${round(from)}V${round(to)}`, {
        key: `commit-${server.pid}`,
        className: `commit-line ${whole ? 'whole' : 'open'}`,
        style: whole
          ? { fill: 'none', stroke: 'var(--leading)', strokeWidth: 2 }
          : { fill: 'none', stroke: 'var(--ink-3)', strokeWidth: 1.4, strokeDasharray: '3 4' },
      }),
    );
  });
  return shapes;
}

/** Where the line stands; null: there is none. */
export function commitX(
  { servers, ensemble }: Pick<ZooKeeperDetail, 'servers' | 'ensemble'>,
  columns: Columns,
  width: number,
  layout: MembersLayout,
): number | null {
  const leader = servers.find(({ pid }) => pid === ensemble?.established?.leader)?.member;
  if (leader === undefined || leader === null) return null;
  const place = columns.columns.findIndex(({ zxid }) => compareZxid(zxid, leader.committed) === 0);
  return place === -1 ? null : round(columnX(place, width, layout) + width / 2);
}

/** The middle of the room between two rows; null: too little for a word. */
function gapBelow(
  upper: ZooKeeperServerView | undefined,
  lower: ZooKeeperServerView | undefined,
  { rows, cell }: MembersLayout,
): number | null {
  if (upper === undefined || lower === undefined) return null;
  const [from, to] = [rows.get(upper.pid) ?? 0, rows.get(lower.pid) ?? 0];
  return to - from - cell.height < 44 ? null : (from + to) / 2 - 6;
}

/** In the first of the rooms between two rows where it stands on nobody's words. */
function besideOne(
  told: string,
  x: number,
  voters: readonly ZooKeeperServerView[],
  layout: MembersLayout,
): Shape[] {
  for (const at of voters.keys()) {
    const gap = gapBelow(voters[at], voters[at + 1], layout);
    const said = gap === null ? [] : beside(told, x, gap, layout);
    if (said.length > 0) return said;
  }
  return [];
}

/** Where the words of clients stand that have them on their right. */
const wordsOfGuests = ({ clients }: MembersLayout): Box[] =>
  [...clients.values()].flatMap(({ box, words, room, scale }) => {
    const side = SQUARE * scale;
    return words === 'right' ? [{ x: box.x + side + 10, y: box.y, width: room, height: side }] : [];
  });

/** On the right of the line, or else on its left over the logs, in two lines where one is too long; where neither has room, nothing. */
function beside(told: string, x: number, y: number, layout: MembersLayout): Shape[] {
  const { edge, logs } = layout;
  const taken = wordsOfGuests(layout);
  const sides = [
    { room: edge - x - 8, at: x + 8, anchor: 'start' },
    // Further to the left may stand a client.
    { room: x - 8 - logs.x, at: x - 8, anchor: 'end' },
  ] as const;
  for (const { room, at, anchor } of sides) {
    const lines = wrapped(told, room, 12);
    const wide = Math.max(...lines.map((line) => boldWidth(line, 12)));
    if (lines.length > 2 || wide > room) continue;
    const from = anchor === 'start' ? at : at - wide;
    const box = { x: from, y: y - 12, width: wide, height: lines.length * 15 };
    if (taken.some((one) => overlaps(one, box))) continue;
    return lines.map((line, i) =>
      text(at, round(y + i * 15), line, {
        key: `commit-count-${i}`,
        anchor,
        className: 'xs b w-leading halo',
      }),
    );
  }
  return [];
}
