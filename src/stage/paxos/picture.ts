import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import type { Box } from '../geometry.ts';
import { partOf } from '../curve.ts';
import { messagePlaces } from '../lanes.ts';
import { at, group, path, rect, round } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { bareSlip } from '../slips.ts';
import { isDown } from '../states.ts';
import { paxosLayout } from './layout.ts';
import type { Card, PaxosLayout } from './plan.ts';
import { ringShapes } from './rings.ts';
import { claimOf, everybody, talkOf } from './who.ts';
import { inEnglish } from '../words.ts';
import { paxosWords } from './words.ts';

/** Drawn this large, and then as small as the card is. */
const WIDTH = 720;

/** The group in miniature, without words: cards with their promises and votes, rings, messages. */
export const paxosPicture = (
  frame: Frame<PaxosDetail>,
  options: { readonly width?: number; readonly height?: number; readonly now?: Micros } = {},
): Drawing => {
  const width = options.width ?? 240;
  const height = options.height ?? 96;
  const all = everybody(frame.detail);
  const layout = paxosLayout(all, talkOf(frame.detail), {
    width: WIDTH,
    height: (height * WIDTH) / width,
  });
  const cards = all.flatMap(({ pid }) => {
    const card = layout.cards.get(pid);
    return card === undefined ? [] : [cardShape(frame, pid, card)];
  });
  const { rings } = ringShapes(frame, layout, inEnglish(paxosWords).say);
  const shapes = [
    ...wires(frame, layout),
    ...cards,
    ...rings,
    ...slips(frame, layout, options.now ?? frame.time),
  ];
  const scale = Math.round((width / WIDTH) * 10_000) / 10_000;
  return { shapes: [group(shapes, { transform: `scale(${scale})` })], width, height };
};

/** Promise and vote as parts of the card: one below the other, or side by side on a flat one. */
const BELOW = [
  { x: 0.2, y: 0.2, width: 0.6, height: 0.24 },
  { x: 0.2, y: 0.58, width: 0.6, height: 0.24 },
] as const;
const BESIDE = [
  { x: 0.3, y: 0.25, width: 0.24, height: 0.5 },
  { x: 0.66, y: 0.25, width: 0.26, height: 0.5 },
] as const;

function cardShape(frame: Frame<PaxosDetail>, pid: Pid, { box, form }: Card): Shape {
  const { detail } = frame;
  const view = detail.processes.find((one) => one.pid === pid);
  const down = isDown(frame.processes.find((one) => one.pid === pid));
  const { width, height } = box;
  const { promised = 0, accBallot = 0 } = view?.acceptor ?? {};
  const [first, second] = form === 'flat' ? BESIDE : BELOW;
  const bar = (place: Box, claim: number | null, filled: boolean): Shape =>
    rect(
      round(width * place.x),
      round(height * place.y),
      round(width * place.width),
      round(Math.min(26, height * place.height)),
      {
        rx: 4,
        style: filled
          ? { fill: claimColour(claim) }
          : { fill: 'none', stroke: claimColour(claim), strokeWidth: 5 },
      },
    );
  const chips: Shape[] = [];
  if (promised > 0) chips.push(bar(first, claimOf(detail, promised), false));
  if (accBallot > 0) chips.push(bar(second, claimOf(detail, accBallot), true));
  return group(
    [
      rect(0, 0, round(width), round(height), {
        rx: 8,
        style: {
          fill: 'var(--paper)',
          stroke: down ? 'var(--crashed)' : 'var(--ink-3)',
          strokeWidth: 4,
          ...(down ? { strokeDasharray: '12 8' } : {}),
        },
      }),
      ...chips,
    ],
    { transform: at(box.x, box.y) },
  );
}

/** Between columns the links say who talks to whom; beside a row they would only be noise. */
const wires = ({ detail }: Frame<PaxosDetail>, layout: PaxosLayout): Shape[] =>
  !layout.columns
    ? []
    : everybody(detail).flatMap((one, i, all) =>
        all
          .slice(i + 1)
          .flatMap((other) => layout.wires(one.pid, other.pid))
          .map((wire) =>
            path(partOf(wire, 0, 1), {
              style: { fill: 'none', stroke: 'var(--line)', strokeWidth: 3 },
            }),
          ),
      );

/** Half the height of a message's shape, in the units of the layout. */
const SLIP = 28;

function slips(frame: Frame<PaxosDetail>, layout: PaxosLayout, now: Micros): Shape[] {
  const places = messagePlaces(frame, layout, now);
  return frame.messages.flatMap((message, i): Shape[] => {
    const x = places[i * 4] ?? Number.NaN;
    // On outer arcs they would be cut in half; what is held says nothing without its label.
    const y = Math.max(SLIP, Math.min(layout.height - SLIP, places[i * 4 + 1] ?? Number.NaN));
    if (message.routine || message.status !== 'flying' || Number.isNaN(x)) return [];
    return [
      group(bareSlip(message.shape, message.claim, (places[i * 4 + 2] ?? 0) < 0), {
        transform: `${at(x, y)} scale(2.2)`,
      }),
    ];
  });
}
