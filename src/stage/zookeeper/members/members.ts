/** The members themselves: rings, the words of their states, and what is said of their pipes. */
import type { Frame, LinkView, ProcessView } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { EnsembleView, WeightView } from '../../../view/zookeeper-member.ts';
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import { zxidText } from '../../../view/zxid.ts';
import { boldWidth, textWidth, trimmed } from '../../geometry.ts';
import { serverRing } from '../../server-ring.ts';
import type { RingOptions } from '../../server-ring.ts';
import { inside } from '../../crowding.ts';
import { partOf } from '../../curve.ts';
import { at, group, path, round, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { isDown, ringKind, stateWord, wordClass } from '../../states.ts';
import { HIDDEN, veiled } from '../../veil.ts';
import type { ZooKeeperSaying } from '../words.ts';
import type { MembersLayout } from './layout.ts';
import { ackedText } from './quorum-told.ts';
import { pipeTo } from './ways.ts';

export interface MemberOptions extends RingOptions {
  readonly words: ZooKeeperSaying;
  /** Where the line of the commit point stands: no word is written across it. */
  readonly line: number | null;
  /** Null: it stands alone. */
  readonly ensemble: EnsembleView | null;
}

export function ringsOf(
  { processes, detail }: Frame<ZooKeeperDetail>,
  { rings }: MembersLayout,
  options: MemberOptions,
): Shape[] {
  const leaders = processes.filter((one) => !isDown(one) && one.state === 'LEADING').length;
  return processes.flatMap((process) => {
    const ring = rings.get(process.pid);
    if (ring === undefined) return [];
    const vote = detail.servers.find(({ pid }) => pid === process.pid)?.member?.vote ?? null;
    const shape = serverRing(process, ring, vote, options, leaders > 1);
    const weighs = numeral(weightOf(process.pid, options), ring.radius, options.words);
    const children = shape.type === 'group' ? [...shape.children, ...weighs] : [];
    return [{ ...shape, ...(shape.type === 'group' && { children }), glides: true }];
  });
}

const weightOf = (pid: Pid, { ensemble }: MemberOptions): WeightView | undefined =>
  ensemble?.weights.find(({ sid }) => sid === pid);

/** What a voter weighs, small below its name, where the file says so. */
function numeral(
  weighs: WeightView | undefined,
  radius: number,
  words: ZooKeeperSaying,
): readonly Shape[] {
  if (weighs === undefined) return [];
  const { weight, group: of } = weighs;
  const title = words.say('weighs', { weight, group: of + 1 });
  return [
    text(0, round(radius * 0.72), `×${weight}`, {
      key: 'weight',
      anchor: 'middle',
      className: 'xs i2',
      title,
    }),
  ];
}

/** Beside a state: what the member does before it serves, and the epoch that it is in; the longest first. */
function phasesOf(
  { member, pid }: ZooKeeperServerView,
  { words, ...options }: MemberOptions,
): readonly string[] {
  if (member === null) return [];
  const { phase, sync, currentEpoch } = member;
  if (phase === 'SYNCHRONIZATION')
    return sync === null ? [phase, 'SYNC'] : [`${phase}: ${sync}`, `SYNC: ${sync}`, sync];
  if (phase === 'DISCOVERY') return [phase];
  const epoch = words.say('epoch', { epoch: currentEpoch });
  const weighs = weightOf(pid, { words, ...options });
  if (weighs === undefined) return [epoch];
  const of = words.say('group', { group: weighs.group + 1 });
  // Where there is room for one of them alone, the tint of its cells tells the epoch.
  return [`${epoch} · ${of}`, of];
}

/** The word of each state: over its log, or below the ring that leads. */
export function wordsOf(
  { processes, detail }: Frame<ZooKeeperDetail>,
  layout: MembersLayout,
  options: MemberOptions,
): Shape[] {
  return processes.flatMap((process) => {
    const server = detail.servers.find(({ pid }) => pid === process.pid);
    const y = layout.rows.get(process.pid);
    if (server === undefined || y === undefined) return [];
    const over = round(y - layout.cell.height / 2 - (layout.dense ? 4 : 8));
    const { x } = layout.logs;
    const word = wordShapes(process, server, options, layout);
    if (process.pid !== layout.leader) {
      return [group(word, { key: `word-${process.pid}`, transform: at(x, over), glides: true })];
    }
    const ring = layout.rings.get(process.pid);
    return [
      ...(ring === undefined ? [] : [ownRow(process, ring, layout)]),
      ...ownWords(process, server, over, layout, options),
      ...(ring === undefined
        ? []
        : [
            group(centred(word, process, server, options, { x: ring.x, width: layout.width }), {
              key: `word-${process.pid}`,
              transform: at(ring.x, ring.y + ring.radius + 19),
              glides: true,
            }),
          ]),
    ];
  });
}

/** Over the leader's own log: whose it is, and who has acknowledged its oldest proposal. */
function ownWords(
  { pid, name }: ProcessView,
  { member }: ZooKeeperServerView,
  y: number,
  { logs, edge }: MembersLayout,
  { words, veil, line, ensemble }: MemberOptions,
): Shape[] {
  const { x } = logs;
  const whose = words.say('logOf', { name });
  const own = text(x, y, whose, { key: `row-${pid}`, className: 'xs i2' });
  const [oldest] = member?.outstanding ?? [];
  if (oldest === undefined || ensemble === null || veiled(veil, pid, 'log')) return [own];
  const told = ackedText(zxidText(oldest.zxid), ensemble, oldest.acks, words);
  const wide = textWidth(told, 12);
  const acks = (from: number): Shape =>
    text(round(from), y, told, { key: `acks-${pid}`, className: 'xs b' });
  const beside = clearOf(line, x + textWidth(whose, 12) + 12, wide, edge);
  if (beside !== null) return [own, acks(beside)];
  // Whose log it is can be seen, too, by the line that leads to it.
  const alone = clearOf(line, x, wide, edge);
  return alone === null ? [own] : [acks(alone)];
}

const WORD = 13;

function wordShapes(
  process: ProcessView,
  server: ZooKeeperServerView,
  options: MemberOptions,
  { logs, edge }: MembersLayout,
): Shape[] {
  const hidden = veiled(options.veil, process.pid, 'state');
  const word = hidden ? HIDDEN : stateWord(process, options.words);
  const shapes: Shape[] = [
    text(0, 0, word, {
      key: 'word',
      className: hidden ? 'word' : `word ${wordClass(ringKind(process))}`,
    }),
  ];
  if (hidden || isDown(process)) return shapes;
  const beside = boldWidth(word, WORD) + 8;
  for (const phase of phasesOf(server, options)) {
    const x = clearOf(options.line, logs.x + beside, textWidth(phase, 12), edge);
    // The cells are tinted by their epoch, too.
    if (x === null) continue;
    shapes.push(text(round(x - logs.x), 0, phase, { key: 'phase', className: 'xs i2' }));
    break;
  }
  return shapes;
}

/** Where something so wide can begin, here or behind the commit point's line; null: it has no room. */
function clearOf(line: number | null, x: number, wide: number, edge: number): number | null {
  const crossed = line !== null && line > x - 4 && line < x + wide + 4;
  const from = crossed ? line + 6 : x;
  return from + wide <= edge ? from : null;
}

/** The same, in two lines below the ring, whole also where that stands at the edge of the drawing. */
function centred(
  shapes: readonly Shape[],
  process: ProcessView,
  server: ZooKeeperServerView,
  options: MemberOptions,
  ring: { readonly x: number; readonly width: number },
): Shape[] {
  const [word] = shapes;
  if (word?.type !== 'text') return [];
  const isTold = !veiled(options.veil, process.pid, 'state') && !isDown(process);
  const below = isTold ? (phasesOf(server, options)[0] ?? '') : '';
  const within = round(inside(ring.x, textWidth(below, 12), ring.width) - ring.x);
  return [
    { ...word, anchor: 'middle', className: `${word.className ?? ''} halo` },
    ...(below === ''
      ? []
      : [text(within, 15, below, { key: 'phase', anchor: 'middle', className: 'xs i2 halo' })]),
  ];
}

/** From the ring that stands apart to its own log. */
function ownRow(
  { pid }: ProcessView,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  { rows, logs }: MembersLayout,
): Shape {
  // As a pipe would run, if it had one to itself.
  const way = pipeTo(
    { x, y, radius: radius + 9 },
    { x: logs.x - 14, y: rows.get(pid) ?? y, radius: 0 },
  );
  return path(partOf(way, 0, 1), {
    key: `own-${pid}`,
    className: 'link',
    style: { strokeDasharray: '2 4' },
  });
}

/** `queue to S1`, with what was done to it; without room only what was done. */
export function pipeWords(
  { processes, links }: Frame<ZooKeeperDetail>,
  layout: MembersLayout,
  { words }: MemberOptions,
): Shape[] {
  const { leader, rings, halfPipe, dense } = layout;
  const lead = leader === null ? undefined : rings.get(leader);
  if (lead === undefined || leader === null) return [];
  return processes.flatMap((process) => {
    const ring = rings.get(process.pid);
    if (ring === undefined || process.pid === leader || isDown(process)) return [];
    const slow = links.some(
      (link) => link.latency !== null && !link.cut && joins(link, leader, process.pid),
    );
    const begins = lead.x + lead.radius + 62;
    const room = ring.x - ring.radius - begins - 8;
    const told = words.say(slow ? 'queueToSlow' : 'queueTo', { name: process.name });
    const line = textWidth(told, 12) <= room ? told : slow ? words.say('slow') : '';
    if (line === '' || (dense && !slow)) return [];
    return [
      text(
        round(ring.x - ring.radius - 8),
        round(ring.y - halfPipe - (dense ? -13 : 6)),
        trimmed(line, Math.max(30, room), 12),
        { key: `queue-${process.pid}`, anchor: 'end', className: 'xs i2 halo' },
      ),
    ];
  });
}

const joins = ({ from, to }: LinkView, a: number, b: number): boolean =>
  (from === a && to === b) || (from === b && to === a);
