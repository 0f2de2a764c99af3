/**
 * Three generals in two worlds: the same geometry twice, so that the eye finds what differs, and one
 * band across both, for to L1 they are one.
 */
import type { Outcome } from '../../view/byzantine-ask.ts';
import type { Order } from '../../view/byzantine-setup.ts';
import type { Pid } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { labelledSlip, slipWidth } from '../slips.ts';
import { shield } from './shield.ts';
import type { ByzantineSaying } from './words.ts';

/** One world: who lies in it, and what was said. */
export interface World {
  readonly traitor: Pid;
  readonly order: Order;
  readonly messages: Outcome['messages'];
}

export interface WorldsOptions {
  readonly words: ByzantineSaying;
  readonly width: number;
  readonly height: number;
  readonly values: readonly Order[];
  readonly commander: Pid;
  /** Whose eyes both are seen with, and the other lieutenant. */
  readonly self: Pid;
  readonly other: Pid;
  readonly nameOf: (pid: Pid) => string;
}

/** Worlds stand side by side from this width on, and words stand beside them from that one on. */
const BESIDE = 616;
const WITH_HEAD = 860;
/** What is no part of what it sees. */
const PALE = 0.38;

interface Spots {
  readonly commander: readonly [number, number];
  readonly self: readonly [number, number];
  readonly other: readonly [number, number];
}

/** Two worlds side by side; where there is no room, one below the other. */
export function worldsDrawing(worlds: readonly [World, World], options: WorldsOptions): Drawing {
  const { width, height, words } = options;
  const aside = width >= BESIDE;
  const head = width >= WITH_HEAD ? 150 : 0;
  const each = aside ? (width - head) / 2 : width;
  const high = Math.max(250, aside ? Math.min(height - 92, 1.1 * each) : height / 2 - 60);
  const bandTop = aside ? high : 2 * high;
  const line = round(bandTop + (head > 0 ? 33 : 44));
  const shapes: Shape[] = [
    rect(4, round(bandTop), width - 8, 66, { rx: 4, className: 'glow', key: 'band' }),
    text(
      14,
      round(bandTop + (head > 0 ? 28 : 20)),
      words.say('worlds.sees', { name: options.nameOf(options.self) }),
      { className: head > 0 ? 'm b' : 's b' },
    ),
    ...(head > 0 ? headShapes(worlds[0], head, bandTop, options) : []),
    ...worlds.map((world, i) =>
      group(worldShapes(world, i + 1, each, high, options), {
        key: `world-${i + 1}`,
        transform: `translate(${round(head + (aside ? i * each : 0))} ${round(aside ? 0 : i * high)})`,
      }),
    ),
    // One below the other, they are seen once: they are the same.
    ...worlds.slice(0, aside ? 2 : 1).map((world, i) =>
      group(viewShapes(world, options), {
        key: `view-${i + 1}`,
        transform: `translate(${round(head + i * each + 14)} ${line})`,
      }),
    ),
  ];
  if (aside) {
    shapes.push(
      path(`M${round(head + each)} 20V${round(high - 12)}`, { className: 'hair' }),
      equals(head + each - 12, line),
    );
  }
  return { shapes, width, height: bandTop + 74 };
}

/** What stands beside both worlds, where there is room. */
function headShapes(
  world: World,
  head: number,
  bandTop: number,
  { words, self }: WorldsOptions,
): readonly Shape[] {
  return [
    text(14, 86, words.say('worlds.who'), { className: 'm b' }),
    ...wrapped(words.say('worlds.above'), 14, 110, head - 20),
    text(14, round(bandTop + 48), words.say('worlds.its', { count: heardBy(world, self).length }), {
      className: 's',
    }),
  ];
}

const equals = (x: number, y: number): Shape =>
  path(`M${round(x - 7)} ${round(y - 4)}h15m-15 8h15`, {
    key: 'equals',
    style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 3 },
  });

/** In as many lines as it needs. */
const wrapped = (content: string, x: number, y: number, width: number): readonly Shape[] => {
  const lines: string[] = [];
  for (const word of content.match(/[⺀-￯]|[^\s⺀-￯]+\s*/gu) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + word.length) * 7 <= width) {
      lines[lines.length - 1] = last + word;
    } else lines.push(word);
  }
  return lines.map((line, i) => text(x, y + i * 18, line.trimEnd(), { className: 's i2' }));
};

const heardBy = ({ messages }: World, self: Pid): Outcome['messages'] =>
  messages.filter(({ to }) => to === self);

function worldShapes(
  world: World,
  number: number,
  width: number,
  height: number,
  options: WorldsOptions,
): readonly Shape[] {
  const { words, nameOf, commander, self, other } = options;
  const { say } = words;
  const middle = width / 2;
  const reach = Math.min(120, width / 2 - 70);
  const spots: Spots = {
    commander: [middle, 112],
    self: [middle - reach, height - 56],
    other: [middle + reach, height - 56],
  };
  const lies = (pid: Pid): boolean => pid === world.traitor;
  const spot = (pid: Pid): readonly [number, number] =>
    pid === commander ? spots.commander : pid === self ? spots.self : spots.other;
  const name = say('worlds.world', { number });
  const [cx, cy] = spots.commander;
  const told = world.messages
    .filter(({ path: way }) => way.length === 1)
    .map(({ value }) => value)
    .join(', ');
  return [
    text(20, 34, name, { className: 'm i2' }),
    text(
      20 + name.length * 9 + 14,
      34,
      lies(commander)
        ? say('worlds.commanderLies')
        : say('worlds.lies', { name: nameOf(world.traitor) }),
      {
        className: 'l b',
      },
    ),
    link(spots.commander, spots.self, false),
    link(spots.commander, spots.other, true),
    link(spots.self, spots.other, false),
    ...[commander, self, other].map((pid) =>
      group(
        shield({
          name: nameOf(pid),
          broken: lies(pid),
          commander: pid === commander,
          grey: false,
          selected: pid === self,
          glow: 'none',
          scale: 1,
        }),
        {
          key: `general-${pid}`,
          className: 'general',
          transform: `translate(${round(spot(pid)[0])} ${round(spot(pid)[1])})`,
        },
      ),
    ),
    text(cx + 50, cy - 10, say(lies(commander) ? 'traitor' : 'loyal'), {
      className: lies(commander) ? 'word w-violation' : 'word',
    }),
    text(
      cx + 50,
      cy + 9,
      lies(commander)
        ? say('worlds.says', { values: told })
        : say('worlds.orders', { order: world.order }),
      { className: 's i2' },
    ),
    ...[self, other].map((pid) =>
      text(round(spot(pid)[0]), round(spot(pid)[1] - 60), say(lies(pid) ? 'traitor' : 'loyal'), {
        anchor: 'middle',
        className: lies(pid) ? 'word w-violation' : 'word',
      }),
    ),
    ...world.messages.map((message, i) => messageShape(message, i, spot, options)),
  ];
}

const link = (
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  pale: boolean,
): Shape => {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  return path(
    `M${round(x0 + ux * 48)} ${round(y0 + uy * 48)}L${round(x1 - ux * 48)} ${round(y1 - uy * 48)}`,
    { className: 'link', style: { strokeWidth: 1.6, ...(pale ? { opacity: PALE } : {}) } },
  );
};

function messageShape(
  { path: way, to, value }: Outcome['messages'][number],
  place: number,
  spot: (pid: Pid) => readonly [number, number],
  options: WorldsOptions,
): Shape {
  const { self, words, nameOf, commander } = options;
  const from = way.at(-1) ?? commander;
  const [x0, y0] = spot(from);
  const [x1, y1] = spot(to);
  const ordered = way.length === 1;
  const label = ordered ? value : words.say('said', { who: nameOf(commander), value });
  const left = x1 < x0;
  return group(labelledSlip(ordered ? 'order' : 'relay', label, claimOf(options, value), left), {
    key: `said-${place}`,
    className: 'msg',
    transform: `translate(${round((x0 + x1) / 2)} ${round((y0 + y1) / 2 + (ordered ? 0 : left ? -15 : 15))})`,
    style: { opacity: to === self ? 1 : PALE },
  });
}

const claimOf = ({ values }: WorldsOptions, value: Order): number | null => {
  const at = values.indexOf(value);
  return at < 0 ? null : at + 1;
};

/** Its messages in a row: the same in both worlds, to the pixel. */
function viewShapes(world: World, options: WorldsOptions): readonly Shape[] {
  const { words, nameOf, self, commander } = options;
  let x = 0;
  return heardBy(world, self).flatMap(({ path: way, value }, i): Shape[] => {
    const from = way.at(-1) ?? commander;
    const head = words.say('worlds.from', { name: nameOf(from) });
    const ordered = way.length === 1;
    const label = ordered ? value : words.say('said', { who: nameOf(commander), value });
    const shape = ordered ? 'order' : 'relay';
    const wide = slipWidth(shape, label);
    const start = x;
    const after = start + head.length * 7.4 + 12;
    x = after + wide + 24;
    return [
      text(round(start), 4.5, head, { className: 's' }),
      group(labelledSlip(shape, label, claimOf(options, value), false), {
        key: `heard-${i}`,
        className: 'msg',
        transform: `translate(${round(after + wide / 2)} 0)`,
      }),
    ];
  });
}

/** The colour of a value's chip. */
export const orderColour = (values: readonly Order[], value: Order): string => {
  const at = values.indexOf(value);
  return claimColour(at < 0 ? null : at + 1);
};
