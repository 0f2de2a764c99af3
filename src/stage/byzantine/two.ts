/** Two generals: the chain of messengers, what each knows, and what they do at dawn. */
import type { ByzantineDetail, TwoGeneralsView } from '../../view/byzantine.ts';
import { circle, group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { veiled } from '../veil.ts';
import type { Veil } from '../veil.ts';
import { nameOf } from './who.ts';
import type { ByzantineSaying } from './words.ts';

interface Place {
  readonly words: ByzantineSaying;
  readonly width: number;
  readonly veil: Veil;
}

const LEFT = 4;
const EDGE = 20;

/** The panel beside two generals. */
export function twoShapes(
  detail: ByzantineDetail,
  two: TwoGeneralsView,
  { words, width, veil }: Place,
): { readonly shapes: readonly Shape[] } {
  const { say } = words;
  const right = width - EDGE;
  const hidden = veiled(veil, null, 'verdict') || veiled(veil, null, 'decision');
  const shapes: Shape[] = [
    text(LEFT, 44, say('two.chain'), { className: 'm b' }),
    text(right, 44, say('two.sent', { sent: two.sent, lost: two.lost }), {
      anchor: 'end',
      className: 's i2',
    }),
  ];
  const pitch = Math.min(30, 190 / Math.max(1, two.chain.length));
  two.chain.forEach((one, i) => {
    const y = 74 + i * pitch;
    const leftwards = one.to === detail.generals[0]?.pid;
    shapes.push(
      group(
        [
          text(LEFT, y + 4, String(one.number), { className: 's i2' }),
          text(LEFT + 30, y + 4, nameOf(detail, one.from), { className: 's' }),
          ...messenger(LEFT + 64, LEFT + 150, y, one.state, leftwards),
          text(LEFT + 160, y + 4, nameOf(detail, one.to), { className: 's' }),
          text(right, y + 4, say(`two.state.${one.state}`), {
            anchor: 'end',
            className: one.state === 'lost' ? 's b w-violation' : 's i2',
          }),
        ],
        { key: `messenger-${one.number}` },
      ),
    );
  });
  let y = 74 + two.chain.length * pitch + 10;
  shapes.push(path(`M${LEFT} ${round(y)}H${right}`, { className: 'hair' }));
  for (const { pid, depth, came, needs, attacks } of two.knows) {
    y += 30;
    const name = nameOf(detail, pid);
    shapes.push(
      text(LEFT, y, name, { className: 'm b' }),
      text(LEFT + 42, y, knowing(detail, pid, depth, words), { className: 's' }),
    );
    y += 22;
    shapes.push(
      text(LEFT + 42, y, say('two.needs', { came, needs }), { className: 's i2' }),
      text(
        right,
        y,
        hidden
          ? '?'
          : attacks === null
            ? say('two.waits')
            : say(attacks ? 'two.attacks' : 'two.stays'),
        { anchor: 'end', className: 's b' },
      ),
    );
  }
  y += 18;
  shapes.push(path(`M${LEFT} ${round(y)}H${right}`, { className: 'hair' }));
  const { outcome } = two;
  shapes.push(
    text(LEFT, y + 28, say('two.dawn'), { className: 'm b' }),
    text(
      right,
      y + 28,
      hidden ? '?' : say(outcome === null ? 'two.notYet' : `two.outcome.${outcome}`),
      {
        anchor: 'end',
        className:
          hidden || outcome === null
            ? 's i2'
            : `s b ${outcome === 'alone' ? 'w-violation' : 'w-leading'}`,
      },
    ),
  );
  return { shapes };
}

/** What it knows of what the other one knows; deeper than three, as a number. */
function knowing(
  detail: ByzantineDetail,
  pid: number,
  depth: number,
  { say }: ByzantineSaying,
): string {
  const other = detail.generals.find((one) => one.pid !== pid)?.name ?? '';
  switch (depth) {
    case 0:
      return say('two.knows.own');
    case 1:
      return say('two.knows.plan');
    case 2:
      return say('two.knows.second', { other });
    case 3:
      return say('two.knows.third', { other });
    default:
      return say('two.knows.deep', { depth });
  }
}

function messenger(
  x0: number,
  x1: number,
  y: number,
  state: TwoGeneralsView['chain'][number]['state'],
  leftwards: boolean,
): readonly Shape[] {
  const [from, to] = leftwards ? [x1, x0] : [x0, x1];
  const way = state === 'arrived' ? 1 : state === 'to-come' || state === 'never' ? 0 : 0.55;
  const at = from + (to - from) * way;
  const s = leftwards ? -1 : 1;
  return [
    path(`M${x0} ${y}H${x1}`, { className: 'hair' }),
    ...(way > 0
      ? [
          path(`M${from} ${y}H${round(at)}`, {
            style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2 },
          }),
        ]
      : []),
    state === 'lost'
      ? path(`M${round(at - 5)} ${y - 5}l10 10m0 -10l-10 10`, {
          style: { fill: 'none', stroke: 'var(--violation)', strokeWidth: 2.2 },
        })
      : state === 'arrived'
        ? path(`M${to - 7 * s} ${y - 5}L${to} ${y}L${to - 7 * s} ${y + 5}`, {
            style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2 },
          })
        : circle(round(at), y, 3.5, {
            style: { fill: way > 0 ? 'var(--ink)' : 'var(--paper)', stroke: 'var(--ink-3)' },
          }),
  ];
}
