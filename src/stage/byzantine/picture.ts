import type { ByzantineDetail } from '../../view/byzantine.ts';
import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { linkShapes } from '../links.ts';
import { messagePlaces } from '../lanes.ts';
import { at, circle, group, path, rect, round } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { bareSlip } from '../slips.ts';
import { englishWords } from '../words.ts';
import { generalsLayout } from './layout.ts';
import { shield } from './shield.ts';
import { inOrder, valueColour } from './who.ts';

/** Drawn this large, and then as small as the card is. */
const WIDTH = 520;
/** Enough to see that many fly. */
const MOST = 60;

/** Generals, who of them lies, and what flies between them, in miniature. */
export const byzantinePicture = (
  frame: Frame<ByzantineDetail>,
  options: { readonly width?: number; readonly height?: number; readonly now?: Micros } = {},
): Drawing => {
  const width = options.width ?? 240;
  const height = options.height ?? 96;
  const { detail } = frame;
  const scale = width / WIDTH;
  const layout = generalsLayout(
    { pids: inOrder(detail).map(({ pid }) => pid), hands: [] },
    { width: WIDTH, height: height / scale },
  );
  const flying = { ...frame, messages: frame.messages.slice(0, MOST) };
  const places = messagePlaces(flying, layout, options.now ?? frame.time);
  const links = linkShapes({ ...frame, links: [], partition: [] }, layout, { words: englishWords });
  const generals = detail.generals.map(({ pid, loyal, decided }): Shape => {
    const seat = layout.seats.get(pid) ?? { x: 0, y: 0 };
    const commander = pid === detail.commander && detail.two === null;
    const look = { name: '', broken: !loyal, commander, grey: false, selected: false } as const;
    return group(
      [
        ...shield({ ...look, glow: 'none', scale: layout.scale }),
        ...(decided === null || commander
          ? []
          : [
              rect(8, 12, 34, 28, {
                rx: 4,
                style: {
                  fill: valueColour(detail, decided),
                  stroke: 'var(--paper)',
                  strokeWidth: 3,
                },
              }),
            ]),
      ],
      { transform: at(seat.x, seat.y) },
    );
  });
  const slips = flying.messages.flatMap((message, i): Shape[] => {
    const [x, y] = [places[i * 4] ?? Number.NaN, places[i * 4 + 1] ?? Number.NaN];
    if (Number.isNaN(x)) return [];
    const left = (layout.seats.get(message.to)?.x ?? 0) < (layout.seats.get(message.from)?.x ?? 0);
    return message.status === 'lost'
      ? [path('M-9 -9l18 18m0 -18l-18 18', { transform: at(x, y), className: 'hair2' })]
      : [
          group(bareSlip(message.shape, message.claim, left), {
            transform: `${at(x, y)} scale(1.7)`,
          }),
        ];
  });
  const wires = links.flatMap((link): readonly Shape[] =>
    link.type === 'group' ? link.children.filter(({ className }) => className === 'link') : [link],
  );
  return {
    shapes: [
      group(
        [
          ...wires,
          ...generals,
          ...slips,
          ...(detail.two === null
            ? []
            : [circle(WIDTH / 2, round(height / scale / 2), 26, { className: 'hair2' })]),
        ],
        { transform: `scale(${Math.round(scale * 1000) / 1000})` },
      ),
    ],
    width,
    height,
  };
};
