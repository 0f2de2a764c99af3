/** Clients beside their servers: what each asked and got, and its session running down. */
import type { Frame, ProcessView } from '../../../view/frame.ts';
import type { Micros } from '../../../view/time.ts';
import type { AskedView, ZooKeeperClientView, ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { zxidText } from '../../../view/zxid.ts';
import { boldWidth, trimmed } from '../../geometry.ts';
import { at, group, path, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { isDown, stateWord } from '../../states.ts';
import { answerText, lookOf, squareShapes } from '../client.ts';
import type { ClientOptions } from '../client.ts';
import { SQUARE } from '../layout.ts';
import { sessionBar, sessionOf } from '../session.ts';
import type { ZooKeeperSaying } from '../words.ts';
import type { MembersLayout } from './layout.ts';
import type { GuestPlace } from './places.ts';

export function guestShapes(
  frame: Frame<ZooKeeperDetail>,
  layout: MembersLayout,
  now: Micros,
  optionsOf: (process: ProcessView) => ClientOptions,
): Shape[] {
  const { processes, detail } = frame;
  const shapes = processes.flatMap((process) => {
    const place = layout.clients.get(process.pid);
    if (place === undefined) return [];
    const client = detail.clients.find(({ pid }) => pid === process.pid);
    return [guestShape(process, client, detail, place, now, optionsOf(process))];
  });
  for (const { x, y, home, count } of layout.rest) {
    shapes.push(text(x, y, `+${count}`, { key: `rest-${home ?? 0}`, className: 'xs b' }));
  }
  return shapes;
}

function guestShape(
  process: ProcessView,
  client: ZooKeeperClientView | undefined,
  detail: ZooKeeperDetail,
  place: GuestPlace,
  now: Micros,
  options: ClientOptions,
): Shape {
  const { words } = options;
  const { box, scale } = place;
  const state = stateWord(process, words);
  const session = sessionOf(detail, process.pid);
  const has = client !== undefined && client.session !== '0x0' && !isDown(process);
  const bar = { ...place, box: { ...box, width: SQUARE } };
  const children: Shape[] = [
    group(
      [
        ...squareShapes(process, lookOf(process, state), options.changed, options.selected),
        sessionBar(process.pid, session, bar, now, words, has),
      ],
      { key: 'square', ...(scale === 1 ? {} : { transform: `scale(${scale})` }) },
    ),
    ...toldShapes(state, client?.asked ?? null, place, words),
  ];
  return group(children, {
    key: `process-${process.pid}`,
    className: `client ${process.liveness}`,
    role: 'button',
    label: words.say('client', { name: process.name, state }),
    action: { select: process.pid },
    selected: options.selected,
    transform: at(box.x, box.y),
    glides: true,
  });
}

const SIZE = 13;

/** As zkCli calls them, where there is little room. */
const SHORT: Readonly<Record<string, string>> = {
  getData: 'get',
  setData: 'set',
  getChildren: 'ls',
  getChildren2: 'ls',
  exists: 'stat',
};

/** What it asked and what it got; a state that is not CONNECTED is told in their place. */
function toldShapes(
  state: string,
  asked: AskedView | null,
  { words: side, room, scale, box }: GuestPlace,
  words: ZooKeeperSaying,
): Shape[] {
  if (side === 'none') return [];
  const height = SQUARE * scale;
  const anchor = side === 'left' ? ('end' as const) : ('start' as const);
  const x = side === 'left' ? -10 : side === 'right' ? height + 10 : 8 - box.x;
  const y = side === 'below' ? height + 36 : scale < 1 ? 10 : 13;
  const shapes: Shape[] = [];
  const line = (
    key: string,
    content: string,
    className: string,
    letters: 'plain' | 'bold' | 'mono',
  ) => {
    const at0 = y + shapes.length * 18;
    shapes.push(
      text(x, at0, trimmed(content, room, SIZE, letters), {
        key,
        anchor,
        className: `s ${className}`,
        title: content,
      }),
    );
  };
  const isConnected = state === 'CONNECTED' || state === 'CONNECTEDREADONLY';
  if (state !== 'CONNECTED') line('state', state, `word ${lookOfState(state)}`, 'bold');
  if (asked === null) return shapes;
  const whole = `${asked.op} ${asked.path}`.trim();
  const short = `${SHORT[asked.op] ?? asked.op} ${asked.path}`.trim();
  const what = trimmed(whole, room, SIZE, 'mono') === whole ? whole : short;
  if (isConnected) line('asks', what, 'mono', 'mono');
  const { answer } = asked;
  if (answer === null) line('answer', words.say('waits'), 'i2', 'plain');
  else if (answer.behind !== null) {
    const behind = zxidText(answer.behind);
    const told = words.say('stale', { zxid: zxidText(answer.zxid), behind });
    const shorter = words.say('staleBehind', { behind });
    const fits = (line0: string): boolean => boldWidth(line0, SIZE) + 18 <= room;
    const shown = [told, shorter].find(fits) ?? words.say('staleShort');
    const dot = side === 'left' ? -10 - boldWidth(shown, SIZE) - 9 : x + 6;
    const shift = side === 'left' ? 0 : 16;
    const at0 = y + shapes.length * 18;
    shapes.push(
      halfDisc(dot, at0 - 4.5),
      text(x + shift, at0, shown, {
        key: 'answer',
        anchor,
        className: 's b stale',
        title: told,
      }),
    );
  } else {
    const told = answerText(answer, asked.at, room, words);
    line('answer', told, answer.err === 'OK' ? 'w-leading b' : 'w-violation b', 'bold');
  }
  return shapes;
}

const lookOfState = (state: string): string => lookOf({ liveness: 'up' }, state).word;

/** Half of a disc: what was read is not what there is. */
const halfDisc = (x: number, y: number): Shape =>
  group(
    [
      path('M0 -5A5 5 0 0 0 0 5Z', { style: { fill: 'var(--ink)' } }),
      path('M0 -5A5 5 0 0 1 0 5A5 5 0 0 1 0 -5', {
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.4 },
      }),
    ],
    { key: 'stale', transform: at(x, y) },
  );
