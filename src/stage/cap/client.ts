import type { CapClientView, CapRequestView } from '../../view/cap.ts';
import type { ProcessView } from '../../view/frame.ts';
import { trimmed } from '../geometry.ts';
import { changeMark, cropBox } from '../paxos/card-frame.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { isDown, stateWord } from '../states.ts';
import { HIDDEN, veiled } from '../veil.ts';
import { CLIENT_HALF } from './layout.ts';
import type { ClientSeat } from './layout.ts';
import { MARK_CLASS, markOf, outcomeText } from './marks.ts';
import type { ServerOptions } from './server.ts';
import type { CapSaying } from './words.ts';

export interface ClientParts {
  readonly process: ProcessView;
  readonly view: CapClientView;
  /** Its newest request that was called. */
  readonly newest: CapRequestView | undefined;
  /** What the reader has not guessed yet is not told. */
  readonly hidden: boolean;
}

/** What is said beside a client of its newest request: what it asks, and what came of it. */
const told = (
  request: CapRequestView,
  hidden: boolean,
  words: CapSaying,
): { readonly text: string; readonly className: string } => {
  if (hidden) return { text: HIDDEN, className: 'i2' };
  const kind = markOf(request);
  const className = MARK_CLASS[kind];
  // Which error it was stands beside its mark among the requests.
  if (kind === 'error') return { text: words.say('outcome.error'), className };
  if (request.kind === 'write' || request.value === null) {
    return {
      text: kind === 'ok' ? words.say('written') : outcomeText(request, words),
      className,
    };
  }
  const values = { value: request.value };
  return kind === 'stale'
    ? {
        text: words.say('staleAnswer', { ...values, count: request.staleness ?? 0 }),
        className,
      }
    : { text: words.say('fresh', values), className };
};

/** A client as a square, with its newest request beside it. */
export function clientShape(
  { process, view, newest, hidden }: ClientParts,
  seat: ClientSeat,
  options: ServerOptions,
): Shape {
  const { words, selected, changed, reducedMotion, veil } = options;
  const { pid } = process;
  const half = CLIENT_HALF;
  const box = { x: 0, y: 0, width: 2 * half, height: 2 * half };
  const around = (shape: Shape): Shape => group([shape], { transform: at(-half, -half) });
  const down = isDown(process);
  const veils = hidden || veiled(veil, pid, 'outcome');
  const state = process.liveness === 'up' ? view.state : stateWord(process, words);
  return group(
    [
      ...(changed === pid ? [around(changeMark(box, reducedMotion))] : []),
      // A press on its words is meant for it, too.
      reachOf(seat),
      rect(-half, -half, 2 * half, 2 * half, {
        rx: 4,
        style: {
          fill: 'var(--paper)',
          stroke: down ? 'var(--crashed)' : 'var(--ink)',
          strokeWidth: 1.6,
          ...(process.liveness === 'off' ? { strokeDasharray: '4 3' } : {}),
        },
      }),
      ...(process.liveness === 'paused'
        ? [rect(-half, -half, 2 * half, 2 * half, { rx: 4, style: { fill: 'url(#hatch)' } })]
        : []),
      ...(process.liveness === 'crashed'
        ? [
            path('M-9 -9l18 18m0 -18l-18 18', {
              style: { fill: 'none', stroke: 'var(--crashed)', strokeWidth: 1.8 },
            }),
          ]
        : []),
      text(0, 6.5, trimmed(view.name, 2 * half, 18, 'bold'), {
        anchor: 'middle',
        className: 'l b',
        ...(down ? { style: { fill: 'var(--crashed-text)' } } : {}),
      }),
      ...(selected === pid ? [around(cropBox(box))] : []),
      ...(newest === undefined ? [] : requestText(newest, veils, seat, words)),
    ],
    {
      key: `client-${pid}`,
      className: `client ${process.liveness}`,
      role: 'button',
      label: words.say('clientName', { name: view.name, state }),
      action: { select: pid },
      selected: selected === pid,
      transform: at(seat.x, seat.y),
    },
  );
}

/** From its square to the end of its words. */
const reachOf = ({ words, room }: ClientSeat): Shape => {
  const aside = CLIENT_HALF + 14 + Math.min(room, 100);
  const style = { fill: 'transparent' };
  if (words === 'below') {
    const half = Math.max(CLIENT_HALF, Math.min(room, 120) / 2);
    return rect(-half, -CLIENT_HALF, 2 * half, 2 * CLIENT_HALF + 23, { style });
  }
  const from = words === 'start' ? -CLIENT_HALF : -aside;
  return rect(from, -CLIENT_HALF, aside + CLIENT_HALF, 2 * CLIENT_HALF, { style });
};

function requestText(
  newest: CapRequestView,
  hidden: boolean,
  seat: ClientSeat,
  words: CapSaying,
): readonly Shape[] {
  const asked =
    newest.kind === 'write'
      ? words.say('answered.write', { value: newest.value ?? '' })
      : words.say(`request.${newest.kind}`);
  const { text: outcome, className } = told(newest, hidden, words);
  const room = seat.words === 'below' ? seat.room : seat.room - 3;
  if (seat.words === 'below') {
    return [
      text(0, CLIENT_HALF + 20, trimmed(`${asked} · ${outcome}`, room, 12), {
        anchor: 'middle',
        className: `xs b halo ${className}`,
        title: `${asked}: ${outcome}`,
      }),
    ];
  }
  // The marks of what is looked at stand between them.
  const x = round((seat.words === 'start' ? 1 : -1) * (CLIENT_HALF + 14));
  return [
    text(x, -3, trimmed(asked, room, 13, 'mono'), { anchor: seat.words, className: 's mono halo' }),
    text(x, 15, trimmed(outcome, room, 13, 'bold'), {
      anchor: seat.words,
      className: `s b halo ${className}`,
      title: outcome,
    }),
  ];
}

/** What was asked last by this client, in the order of the calls. */
export const newestOf = (
  pid: number,
  requests: readonly CapRequestView[],
): CapRequestView | undefined =>
  requests
    .filter(({ client, calledAt }) => client === pid && calledAt !== null)
    .toSorted((a, b) => (a.calledAt ?? 0) - (b.calledAt ?? 0))
    .at(-1);
