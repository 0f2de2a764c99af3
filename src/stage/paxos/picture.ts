import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import type { Micros } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import type { Box } from '../geometry.ts';
import { messagePlaces } from '../lanes.ts';
import { at, group, rect, round } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { bareSlip } from '../slips.ts';
import { isDown } from '../states.ts';
import { paxosLayout } from './layout.ts';
import type { PaxosLayout } from './plan.ts';
import { ringShapes } from './rings.ts';
import { claimOf, everybody, talkOf } from './who.ts';
import { englishPaxos } from './words.ts';

/** Drawn this large, and then as small as the card is. */
const WIDTH = 720;
const SCALE = 3;

/** The group in miniature, without words: cards with their promises and votes, rings, messages. */
export const paxosPicture = (
  frame: Frame<PaxosDetail>,
  options: { readonly width?: number; readonly height?: number; readonly now?: Micros } = {},
): Drawing => {
  const width = options.width ?? 240;
  const height = options.height ?? 96;
  const all = everybody(frame.detail);
  const layout = paxosLayout(all, talkOf(frame.detail), { width: WIDTH, height: height * SCALE });
  const cards = all.flatMap(({ pid }) => {
    const box = layout.cards.get(pid)?.box;
    return box === undefined ? [] : [cardShape(frame, pid, box)];
  });
  const { rings } = ringShapes(frame, layout, englishPaxos);
  const shapes = [...cards, ...rings, ...slips(frame, layout, options.now ?? frame.time)];
  const scale = round((width / WIDTH) * 100) / 100;
  return { shapes: [group(shapes, { transform: `scale(${scale})` })], width, height };
};

function cardShape(frame: Frame<PaxosDetail>, pid: number, box: Box): Shape {
  const { detail } = frame;
  const view = detail.processes.find((one) => one.pid === pid);
  const down = isDown(frame.processes.find((one) => one.pid === pid));
  const { width, height } = box;
  const chips: Shape[] = [];
  const { promised = 0, accBallot = 0 } = view?.acceptor ?? {};
  const w = width * 0.6;
  const h = Math.min(26, height * 0.24);
  const bar = (y: number, claim: number | null, filled: boolean): Shape =>
    rect(round((width - w) / 2), round(y), round(w), round(h), {
      rx: 4,
      style: filled
        ? { fill: claimColour(claim) }
        : { fill: 'none', stroke: claimColour(claim), strokeWidth: 5 },
    });
  if (promised > 0) chips.push(bar(height * 0.2, claimOf(detail, promised), false));
  if (accBallot > 0) chips.push(bar(height * 0.58, claimOf(detail, accBallot), true));
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

function slips(frame: Frame<PaxosDetail>, layout: PaxosLayout, now: Micros): Shape[] {
  const places = messagePlaces(frame, layout, now);
  return frame.messages.flatMap((message, i): Shape[] => {
    const x = places[i * 4] ?? Number.NaN;
    const y = places[i * 4 + 1] ?? Number.NaN;
    if (message.routine || message.status === 'lost' || Number.isNaN(x)) return [];
    return [
      group(bareSlip(message.shape, message.claim, (places[i * 4 + 2] ?? 0) < 0), {
        transform: `${at(x, y)} scale(2.4)`,
      }),
    ];
  });
}
