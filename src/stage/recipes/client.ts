import type { Pid } from '../../view/time.ts';
import { boldWidth, trimmed } from '../geometry.ts';
import { cropBox } from '../paxos/card-frame.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { changeMark } from '../paxos/card-frame.ts';
import { colourOf, hatched, thought } from './marks.ts';
import { ROOMY } from './nodes.ts';
import type { ClientView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

/** A client on the stage: how it is, in a word. */
export const stateOf = (client: ClientView, words: RecipesSaying): string => {
  if (client.liveness === 'crashed') return words.say('crashed');
  if (client.liveness === 'off') return words.say('off');
  if (client.liveness === 'paused') return words.say('paused');
  if (client.expired) return words.say('expired');
  if (client.waits !== '') return words.say('waits');
  return client.over ? words.say('over') : '';
};

/** Its accessible name: believing and holding are told apart there, too. */
export const nameOf = (client: ClientView, words: RecipesSaying): string => {
  const [believes, holds] = [client.believes.length > 0, client.holds.length > 0];
  const values = { name: client.name, state: stateOf(client, words) || words.say('runs') };
  if (believes && holds) return words.say('clientBelief.both', values);
  if (believes) return words.say('clientBelief.believes', values);
  return holds ? words.say('clientBelief.holds', values) : words.say('clientName', values);
};

export interface ClientSpot {
  readonly x: number;
  readonly y: number;
  /** Half of its square's width, and of its height. */
  readonly half: number;
  readonly tall: number;
  /** Room from one client to the next; words that do not fit are left out. */
  readonly room: number;
}

/** From a client's middle to the end of what it is said to believe, on its right. */
const RIGHT_WORDS = 92;
const DOWN = new Set(['crashed', 'off']);

/** A square with its name: filled, it holds; crossed, it is down; hatched above, it is paused. */
function square(client: ClientView, { half, tall }: ClientSpot): Shape[] {
  const down = DOWN.has(client.liveness) || client.expired;
  const holds = client.holds.length > 0 && !down;
  const [w, h] = [round(half), round(tall)];
  const size = half >= 15 && boldWidth(client.name, 15) <= 2 * half ? 15 : 12;
  const d = Math.min(7, h / 2);
  return [
    rect(-w, -h, 2 * w, 2 * h, {
      rx: 4,
      style: {
        fill: holds ? 'var(--ink)' : 'var(--paper)',
        stroke: down ? 'var(--crashed)' : 'var(--ink)',
        strokeWidth: 1.7,
        ...(client.liveness === 'off' ? { strokeDasharray: '4 3' } : {}),
      },
    }),
    ...(client.liveness === 'paused'
      ? [rect(-w, -h, 2 * w, 2 * h, { rx: 4, style: { fill: 'url(#hatch)' } })]
      : []),
    ...(client.liveness === 'crashed' || client.expired
      ? [
          path(
            `M${-w} ${-h}l${d} ${d}M${w} ${-h}l${-d} ${d}M${-w} ${h}l${d} ${-d}M${w} ${h}l${-d} ${-d}`,
            {
              style: { fill: 'none', stroke: 'var(--crashed)', strokeWidth: 1.8 },
            },
          ),
        ]
      : []),
    text(0, round(size * 0.36), trimmed(client.name, 2 * half, size), {
      anchor: 'middle',
      className: `b${client.liveness === 'paused' ? ' halo' : ''}`,
      style: {
        fontSize: size,
        fill: holds ? 'var(--paper)' : down ? 'var(--crashed-text)' : 'var(--ink)',
      },
    }),
  ];
}

/** A client with what it believes in a thought beside it. */
export function clientShape(
  client: ClientView,
  spot: ClientSpot,
  options: {
    readonly words: RecipesSaying;
    readonly selected: boolean;
    readonly changed: 'glow' | 'outline' | null;
  },
): Shape {
  const { words, selected, changed } = options;
  const { half, tall, room } = spot;
  const roomy = room >= ROOMY;
  const box = { x: 0, y: 0, width: 2 * half, height: 2 * tall };
  const around = (shape: Shape): Shape => group([shape], { transform: at(-half, -tall) });
  const colour = colourOf(client.pid);
  const believes = client.believes.length > 0;
  const state = stateOf(client, words);
  const quiet = client.liveness !== 'up' || client.expired;
  // Who stands on its left may have words on its own right.
  const aside = room - RIGHT_WORDS >= half + 8 + boldWidth(state, 12);
  const shapes: Shape[] = [
    ...(changed === null ? [] : [around(changeMark(box, changed === 'outline'))]),
    // A press between it and its words is meant for it, too.
    rect(
      round(-half - (roomy && quiet && aside ? 60 : 4)),
      -tall - 6,
      round(2 * half + (roomy ? (quiet && aside ? 60 : 4) + Math.min(76, room / 2 - half) : 8)),
      2 * tall + 22,
      { style: { fill: 'transparent' } },
    ),
    ...square(client, spot),
    ...(selected ? [around(cropBox(box))] : []),
  ];
  if (believes) {
    shapes.push(
      roomy
        ? thought(60, -6, colour)
        : thought(Math.min(room / 2 - 4, half + 12), -tall - 12, colour, 0.62),
    );
    if (roomy) {
      shapes.push(
        text(60, 25, words.say('believes'), {
          anchor: 'middle',
          className: 's b halo',
          style: { fill: colour },
        }),
      );
    }
  }
  if (state !== '' && roomy && quiet) {
    shapes.push(
      ...(client.liveness === 'paused' && aside ? [hatched(-half - 56, -tall - 1, 46, 7)] : []),
      text(aside ? -half - 8 : 0, aside ? 6 : tall + 18, state, {
        anchor: aside ? 'end' : 'middle',
        className:
          client.expired && client.liveness === 'up'
            ? 'xs w-violation b halo'
            : 'xs w-crashed b halo',
      }),
    );
  } else if (state !== '' && roomy && !believes) {
    shapes.push(text(half + 9, 5, state, { className: 's i2 halo' }));
  }
  return group(shapes, {
    key: `process-${client.pid}`,
    className: `client ${client.liveness}`,
    role: 'button',
    label: nameOf(client, words),
    action: { select: client.pid as Pid },
    selected,
    transform: at(spot.x, spot.y),
  });
}
