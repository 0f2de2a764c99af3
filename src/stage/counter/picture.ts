import type { CounterDetail } from '../../view/counter.ts';
import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { messagePlaces } from '../lanes.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { bareSlip } from '../slips.ts';
import { counterLayout } from './layout.ts';

/** Drawn this large, and then as small as the card is. */
const WIDTH = 600;
/** What a stage keeps free at its lower edge for tools. */
const FOOT = 30;

/** Callers, the counter and what travels, in miniature. */
export const counterPicture = (
  frame: Frame<CounterDetail>,
  options: { readonly width?: number; readonly height?: number; readonly now?: Micros } = {},
): Drawing => {
  const width = options.width ?? 240;
  const height = options.height ?? 96;
  const { detail } = frame;
  const callers = detail.callers.map(({ pid }) => pid);
  const scale = width / WIDTH;
  const layout = counterLayout(callers, detail.server, {
    width: WIDTH,
    height: height / scale + FOOT,
  });
  const cards = [...layout.cards].map(([pid, box]): Shape => {
    const edge = rect(0, 0, round(box.width), round(box.height), {
      rx: 8,
      style: { fill: 'var(--paper)', stroke: 'var(--ink-3)', strokeWidth: 4 },
    });
    if (pid === detail.server) {
      const value = text(round(box.width / 2), round(box.height / 2 + 28), String(detail.value), {
        anchor: 'middle',
        className: 'nm',
        style: { fontSize: 80 },
      });
      return group([edge, value], { transform: at(box.x, box.y) });
    }
    const calls = detail.callers.find((one) => one.pid === pid)?.calls ?? [];
    const marks = calls.slice(-5).map(({ outcome }, i): Shape => {
      const x = 26 + i * 34;
      const y = round(box.height / 2);
      return outcome === 'success'
        ? path(`M${x} ${y}l8 8l14 -18`, {
            style: { fill: 'none', stroke: 'var(--leading)', strokeWidth: 5 },
          })
        : text(x + 10, y + 12, outcome === 'unknown' ? '?' : '…', {
            anchor: 'middle',
            className: 'w-looking b',
            style: { fontSize: 36 },
          });
    });
    return group([edge, ...marks], { transform: at(box.x, box.y) });
  });
  const places = messagePlaces(frame, layout, options.now ?? frame.time);
  const slips = frame.messages.flatMap((message, i): Shape[] => {
    const x = places[i * 4] ?? Number.NaN;
    const y = places[i * 4 + 1] ?? Number.NaN;
    if (message.status === 'lost' || Number.isNaN(x)) return [];
    return [
      group(bareSlip(message.shape, message.claim, (places[i * 4 + 2] ?? 0) < 0), {
        transform: `${at(x, y)} scale(2.2)`,
      }),
    ];
  });
  return {
    shapes: [group([...cards, ...slips], { transform: `scale(${round(scale * 1000) / 1000})` })],
    width,
    height,
  };
};
