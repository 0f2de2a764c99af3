import type { ProcessView } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import type { SessionView, ZooKeeperClientView } from '../../view/zookeeper.ts';
import { trimmed } from '../geometry.ts';
import { cropBox } from '../paxos/card-frame.ts';
import { at, group, path, rect, text } from '../shape.ts';
import type { Shape, Style } from '../shape.ts';
import { isDown } from '../states.ts';
import type { ZooKeeperStageWords } from './words.ts';
import { SQUARE } from './layout.ts';
import type { ClientPlace } from './layout.ts';
import { sessionBar } from './session.ts';

export interface ClientOptions {
  readonly words: ZooKeeperStageWords;
  readonly selected: boolean;
  readonly changed: 'glow' | 'outline' | null;
}

/** The word of a client's state; a handle that learned that its session is over says so. */
export const clientState = (
  process: ProcessView,
  client: ZooKeeperClientView | undefined,
): string => {
  if (process.liveness === 'crashed') return 'CRASHED';
  if (process.liveness === 'paused') return 'PAUSED';
  if (process.liveness === 'off') return 'OFF';
  return client?.expired === true ? 'EXPIRED' : (client?.state ?? process.state);
};

/** How each state's square and word look: told by colour and by shape. */
const LOOKS: Readonly<Record<string, { readonly word: string; readonly edge: Style }>> = {
  CONNECTED: { word: '', edge: { stroke: 'var(--ink)', strokeWidth: 2 } },
  CONNECTING: {
    word: 'w-looking',
    edge: { stroke: 'var(--looking)', strokeWidth: 2.5, strokeDasharray: '6 4' },
  },
  EXPIRED: { word: 'w-violation', edge: { stroke: 'var(--violation)', strokeWidth: 2 } },
  AUTH_FAILED: { word: 'w-violation', edge: { stroke: 'var(--violation)', strokeWidth: 2 } },
};
const QUIET = {
  word: 'w-crashed',
  edge: { stroke: 'var(--crashed)', strokeWidth: 2 },
} as const;

/** A client: a square with its letter, its state, and its session running down. */
export function clientShape(
  process: ProcessView,
  client: ZooKeeperClientView | undefined,
  session: SessionView | null,
  place: ClientPlace,
  now: Micros,
  { words, selected, changed }: ClientOptions,
): Shape {
  const { box, square, mirrored, small } = place;
  const state = clientState(process, client);
  const children: Shape[] = [
    ...square0(process, state, changed, selected).map((shape) =>
      group([shape], { transform: at(square.x - box.x, 0) }),
    ),
  ];
  const wide = box.width - SQUARE - 12;
  const left = mirrored ? 0 : SQUARE + 12;
  const x = mirrored ? wide : left;
  const anchor = mirrored ? ('end' as const) : ('start' as const);
  const look = LOOKS[state] ?? QUIET;
  if (!small) {
    children.push(
      text(x, 12, state === 'OFF' ? words.notStarted : state, {
        key: 'state',
        anchor,
        className: `word ${look.word}`,
      }),
    );
    const prompt = client?.output.findLast(({ stream }) => stream === 'in')?.text ?? '';
    if (prompt !== '') {
      children.push(
        text(x, 32, trimmed(prompt, wide, 13), { key: 'asks', anchor, className: 's mono' }),
      );
    }
  }
  children.push(
    group(sessionBar(session, client, small ? box.width : wide, now, words, mirrored, small), {
      transform: at(small ? 0 : left, small ? SQUARE + 8 : 62),
    }),
  );
  return group(children, {
    key: `process-${process.pid}`,
    className: `client ${process.liveness}`,
    role: 'button',
    label: words.zookeeper.client(process.name, state === 'OFF' ? words.notStarted : state),
    action: { select: process.pid },
    selected,
    transform: at(box.x, box.y),
  });
}

function square0(
  process: ProcessView,
  state: string,
  changed: ClientOptions['changed'],
  selected: boolean,
): Shape[] {
  const look = LOOKS[state] ?? QUIET;
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
  shapes.push(rect(0, 0, s, s, { rx: 4, style: { fill: 'var(--paper)', ...look.edge } }));
  if (process.liveness === 'paused') {
    shapes.push(rect(0, 0, s, s, { rx: 4, style: { fill: 'url(#hatch)' } }));
  }
  if (isDown(process) || state === 'EXPIRED' || state === 'AUTH_FAILED') {
    shapes.push(
      path(`M0 0l8 8M${s} 0l-8 8M0 ${s}l8 -8M${s} ${s}l-8 -8`, {
        style: { fill: 'none', ...look.edge },
      }),
    );
  }
  shapes.push(
    text(s / 2, s / 2 + 7, process.name, {
      anchor: 'middle',
      className: `nm${process.liveness === 'up' ? '' : ' halo'}`,
      style: { fontSize: process.name.length > 2 ? 13 : 20 },
    }),
  );
  return shapes;
}
