import type { ProcessView } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import type { AskedView, SessionView, ZooKeeperClientView } from '../../view/zookeeper.ts';
import { zxidText } from '../../view/zxid.ts';
import { boldWidth, trimmed } from '../geometry.ts';
import { cropBox } from '../paxos/card-frame.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape, Style } from '../shape.ts';
import { isDown, stateWord } from '../states.ts';
import { SQUARE } from './layout.ts';
import type { ClientPlace } from './layout.ts';
import { sessionBar } from './session.ts';
import type { ZooKeeperSaying } from './words.ts';

export interface ClientOptions {
  readonly words: ZooKeeperSaying;
  readonly selected: boolean;
  readonly changed: 'glow' | 'outline' | null;
}

interface Look {
  /** Class of the state's word. */
  readonly word: string;
  /** Of the square. */
  readonly edge: Style;
  /** Its corners are crossed: this handle is dead. */
  readonly dead?: boolean;
}

/** How each state looks: told by colour and by shape, beside its word. */
const LOOKS: Readonly<Record<string, Look>> = {
  CONNECTED: { word: 'w-following', edge: { stroke: 'var(--following)', strokeWidth: 2.5 } },
  CONNECTEDREADONLY: {
    word: 'w-observing',
    edge: { stroke: 'var(--observing)', strokeWidth: 2.5 },
  },
  CONNECTING: {
    word: 'w-looking',
    edge: { stroke: 'var(--looking)', strokeWidth: 2.5, strokeDasharray: '6 4' },
  },
  EXPIRED: {
    word: 'w-violation',
    edge: { stroke: 'var(--violation)', strokeWidth: 2 },
    dead: true,
  },
  AUTH_FAILED: {
    word: 'w-violation',
    edge: { stroke: 'var(--violation)', strokeWidth: 2 },
    dead: true,
  },
};
const QUIET: Look = { word: 'w-crashed', edge: { stroke: 'var(--crashed)', strokeWidth: 2 } };

/** How a client in this state looks, if it runs. */
export const lookOf = ({ liveness }: Pick<ProcessView, 'liveness'>, state: string): Look =>
  liveness === 'up' ? (LOOKS[state] ?? QUIET) : QUIET;

/** A client: a square with its letter, its state, what it asks, and its session running down. */
export function clientShape(
  process: ProcessView,
  client: ZooKeeperClientView | undefined,
  session: SessionView | null,
  place: ClientPlace,
  now: Micros,
  { words, selected, changed }: ClientOptions,
): Shape {
  const { box, square, mirrored, small } = place;
  const state = stateWord(process, words);
  const look = lookOf(process, state);
  const wide = box.width - SQUARE - 12;
  const x = mirrored ? wide : SQUARE + 12;
  const anchor = mirrored ? ('end' as const) : ('start' as const);
  const middle = round(square.x - box.x + SQUARE / 2);
  const children: Shape[] = [
    // Its link begins below its words; a client that is down has none.
    ...(isDown(process) || small
      ? []
      : [path(`M${middle} ${SQUARE}V${box.height}`, { key: 'stub', className: 'link' })]),
    group(squareShapes(process, look, changed, selected), {
      key: 'square',
      transform: at(square.x - box.x, 0),
    }),
    sessionBar(process.pid, session, place, now, words, hasSession(client)),
  ];
  if (!small) {
    children.push(
      text(x, 12, trimmed(state, wide, 13, 'bold'), {
        key: 'state',
        anchor,
        className: `word ${look.word}`,
      }),
      ...askedShapes(client?.asked ?? null, x, wide, anchor, words),
    );
  }
  return group(children, {
    key: `process-${process.pid}`,
    className: `client ${process.liveness}`,
    role: 'button',
    label: words.say('client', { name: process.name, state }),
    action: { select: process.pid },
    selected,
    transform: at(box.x, box.y),
  });
}

/** Whether its handle still takes itself for the owner of a session. */
const hasSession = (client: ZooKeeperClientView | undefined): boolean =>
  client !== undefined &&
  client.session !== '0x0' &&
  ['CONNECTED', 'CONNECTEDREADONLY', 'CONNECTING'].includes(client.state);

/** The newest request, and what came of it. */
function askedShapes(
  asked: AskedView | null,
  x: number,
  wide: number,
  anchor: 'start' | 'end',
  words: ZooKeeperSaying,
): Shape[] {
  if (asked === null) return [];
  const { op, path: of, at: since, answer } = asked;
  const line = trimmed(`${op} ${of}`.trim(), wide, 13, 'mono');
  const shapes: Shape[] = [
    text(x, 31, line, { key: 'asks', anchor, className: 's mono', title: `${op} ${of}`.trim() }),
  ];
  const told =
    answer === null
      ? trimmed(words.say('waits'), wide, 13)
      : trimmed(answerText(answer, since, wide, words), wide, 13, 'bold');
  const tone = answer === null ? 'i2' : answer.err === 'OK' ? 'w-leading b' : 'w-violation b';
  shapes.push(text(x, 49, told, { key: 'answer', anchor, className: `s ${tone}` }));
  return shapes;
}

/** How long it took is left out where there is no room for it. */
export function answerText(
  { err, zxid, at: answered }: NonNullable<AskedView['answer']>,
  since: Micros,
  wide: number,
  { say, time: timeOf }: ZooKeeperSaying,
): string {
  const time = timeOf(answered - since);
  const number = zxid.counter === 0 ? '' : zxidText(zxid);
  const whole =
    number === '' ? say('answer', { err, time }) : say('answerTo', { err, zxid: number, time });
  return boldWidth(whole, 13) <= wide ? whole : `${err} ${number}`.trim();
}

export function squareShapes(
  process: ProcessView,
  { edge, dead = false }: Look,
  changed: ClientOptions['changed'],
  selected: boolean,
): Shape[] {
  const s = SQUARE;
  const shapes: Shape[] = [];
  if (changed === 'glow') shapes.push(rect(-6, -6, s + 12, s + 12, { rx: 6, className: 'glow' }));
  if (changed === 'outline') {
    shapes.push(
      rect(-5, -5, s + 10, s + 10, {
        rx: 6,
        className: 'changed',
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '2 3' },
      }),
    );
  }
  if (selected) shapes.push(cropBox({ x: 0, y: 0, width: s, height: s }));
  shapes.push(rect(0, 0, s, s, { rx: 4, style: { fill: 'var(--paper)', ...edge } }));
  if (process.liveness === 'paused') {
    shapes.push(rect(0, 0, s, s, { rx: 4, style: { fill: 'url(#hatch)' } }));
  }
  if (isDown(process) || dead) {
    shapes.push(
      path(`M0 0l8 8M${s} 0l-8 8M0 ${s}l8 -8M${s} ${s}l-8 -8`, {
        style: { fill: 'none', ...edge },
      }),
    );
  }
  shapes.push(
    text(s / 2, s / 2 + 7, process.name, {
      anchor: 'middle',
      className: process.liveness === 'up' ? 'nm' : 'nm halo',
      style: { fontSize: process.name.length > 2 ? 13 : 20 },
    }),
  );
  return shapes;
}
