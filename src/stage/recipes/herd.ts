import type { Frame } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { boldWidth, textWidth, trimmed } from '../geometry.ts';
import { linkShapes } from '../links.ts';
import { messageShapes } from '../messages.ts';
import { cropBox } from '../paxos/card-frame.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { nodeGlyph } from '../znode/glyphs.ts';
import { nameOf } from './client.ts';
import type { SceneOptions } from './columns.ts';
import type { HerdLayout } from './herd-layout.ts';
import { colourOf, padlock, thought } from './marks.ts';
import { openEye } from './nodes.ts';
import type { ClientView, SceneView } from './scene.ts';
import { serverMarks } from './servers.ts';
import type { RecipesSaying } from './words.ts';

/** Everybody round one node: who is woken when it goes, and who gets it. */
export function herdScene(
  frame: Frame,
  scene: SceneView,
  layout: HerdLayout,
  now: Micros,
  options: SceneOptions,
): readonly Shape[] {
  const { words } = options;
  const still = [
    group(headRow(scene, layout, words, options.taken), { key: 'facts' }),
    group(serverMarks(frame.processes, layout.servers, options), { key: 'servers' }),
    group(middleShapes(scene, layout, words), { key: 'tree' }),
    group(
      scene.clients.flatMap((one) => {
        const place = layout.places.get(one.pid);
        return place === undefined ? [] : [member(one, place, layout, options)];
      }),
      { key: 'processes' },
    ),
  ];
  const messages = messageShapes(frame, layout, now, options, still);
  return [
    group(spokes(scene, layout), { key: 'spokes' }),
    group(linkShapes(frame, layout, options), { key: 'links' }),
    group(messages.trails, { key: 'trails' }),
    ...still,
    group(messages.slips, { key: 'slips' }),
  ];
}

/** The counts of the last release; before the first one, who holds and who waits. */
function headRow(scene: SceneView, layout: HerdLayout, words: RecipesSaying, taken = 0): Shape[] {
  const count = (wake: readonly ClientView['wake'][]): number =>
    scene.clients.filter((one) => wake.includes(one.wake)).length;
  const woken = count(['woken', 'got', 'nothing']);
  const got = count(['got']);
  const holder = scene.clients.find(({ holds }) => holds.length > 0);
  const facts: (readonly [string, string])[] = [
    [words.say('woken'), String(woken)],
    ...(got > 0
      ? [
          [words.say('gets'), String(got)] as const,
          [words.say('forNothing'), String(count(['nothing']))] as const,
        ]
      : woken > 0
        ? [
            [words.say('willGet'), '1'] as const,
            [words.say('forNothing'), String(woken - 1)] as const,
          ]
        : []),
  ];
  const x0 = layout.narrow ? 8 : 24;
  let x = x0;
  const shapes: Shape[] = [];
  if (holder !== undefined) {
    const wide = boldWidth(holder.name, 18);
    shapes.push(
      padlock(x + 8, 34, colourOf(holder.pid), true),
      text(round(x + 24), 40, holder.name, {
        className: 'l b',
        style: { fill: colourOf(holder.pid) },
      }),
    );
    x += 24 + wide + 26;
  }
  const right = layout.width - (layout.narrow ? 108 : x0) - taken;
  for (const [word, value] of facts) {
    const wide = textWidth(word, 15) * 0.94 + 10;
    if (x + wide + 40 > right) break;
    shapes.push(
      text(round(x), 40, word, { className: 'm i2' }),
      text(round(x + wide), 41, value, { className: 'xl b' }),
    );
    x += wide + boldWidth(value, 22) + 24;
  }
  shapes.push(path(`M${x0} 57.5H${round(layout.width - x0)}`, { className: 'hair' }));
  return shapes;
}

/** From the node to each client that watches it. */
function spokes(scene: SceneView, layout: HerdLayout): Shape[] {
  const watching = new Set(scene.nodes.flatMap(({ watchers }) => watchers.map(({ pid }) => pid)));
  for (const { pid, wake } of scene.clients) if (wake === 'woken') watching.add(pid);
  const lines = [...watching].flatMap((pid) => {
    const lane = layout.lane(pid, layout.servers.keys().next().value ?? 0, false);
    return lane === null
      ? []
      : [`M${round(lane.x0)} ${round(lane.y0)}L${round(lane.x1)} ${round(lane.y1)}`];
  });
  return lines.length === 0
    ? []
    : [path(lines.join(''), { key: 'watch', className: 'link', style: { stroke: 'var(--rule)' } })];
}

function middleShapes(scene: SceneView, layout: HerdLayout, words: RecipesSaying): Shape[] {
  const { x, y } = layout.middle;
  const living = scene.nodes.filter(({ deletedAt }) => deletedAt === null);
  const node = living[0] ?? scene.nodes.at(-1);
  const shapes: Shape[] = [];
  if (!layout.narrow) {
    shapes.push(
      text(24, 88, trimmed(scene.root, 180, 14, 'mono'), {
        className: 'mono b',
        style: { fontSize: 14 },
      }),
    );
  }
  if (node === undefined) {
    shapes.push(
      text(round(x), round(y + 4), words.say('emptyTree'), { anchor: 'middle', className: 's i2' }),
    );
    return shapes;
  }
  const gone = node.deletedAt !== null;
  shapes.push(
    group(nodeGlyph(node.ephemeral ? 'ephemeral' : 'persistent', node.sequential), {
      transform: `${at(x, y)} scale(1.9)`,
      ...(gone ? { style: { opacity: 0.6 } } : {}),
    }),
    ...(gone
      ? [
          path(`M${round(x - 15)} ${round(y + 15)}L${round(x + 15)} ${round(y - 15)}`, {
            className: 'strike',
          }),
        ]
      : []),
    text(round(x), round(y + 32), trimmed(node.name, 90, 13), {
      anchor: 'middle',
      className: 's b halo',
      title: node.path,
    }),
  );
  if (living.length > 1) {
    shapes.push(
      text(round(x), round(y + 49), words.say('nodesMore', { count: living.length - 1 }), {
        anchor: 'middle',
        className: 'xs i2 halo',
      }),
    );
  }
  const owner = gone ? undefined : layout.places.get(node.owner ?? -1);
  if (owner !== undefined) {
    const lane = layout.lane(node.owner ?? -1, layout.servers.keys().next().value ?? 0, false);
    if (lane !== null) {
      shapes.unshift(
        path(`M${round(lane.x0)} ${round(lane.y0)}L${round(lane.x1)} ${round(lane.y1)}`, {
          style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.2 },
        }),
      );
    }
  }
  if (node.watchers.length > 0 && !gone) shapes.push(openEye(x, y - 26));
  return shapes;
}

const DOWN = new Set(['crashed', 'off']);

/** A client on the ring: its box, and what it holds, believes, or was woken for. */
function member(
  one: ClientView,
  { x, y }: { readonly x: number; readonly y: number },
  { half, tall, middle }: HerdLayout,
  options: SceneOptions,
): Shape {
  const { words } = options;
  const selected = options.selected === one.pid;
  const down = DOWN.has(one.liveness) || one.expired;
  const holds = one.holds.length > 0 && !down;
  const woken = one.wake === 'woken';
  const size = half >= 16 && boldWidth(one.name, 13) <= 2 * half ? 13 : 12;
  const shapes: Shape[] = [
    ...(options.changed === one.pid && !options.reducedMotion
      ? [rect(-half - 4, -tall - 4, 2 * half + 8, 2 * tall + 8, { rx: 6, className: 'glow' })]
      : []),
    rect(-half, -tall, 2 * half, 2 * tall, {
      rx: 3.5,
      style: {
        fill: holds ? 'var(--ink)' : 'var(--paper)',
        stroke: down ? 'var(--crashed)' : woken ? 'var(--ink)' : 'var(--ink-2)',
        strokeWidth: woken || holds ? 2 : 1.3,
        ...(one.liveness === 'off' ? { strokeDasharray: '4 3' } : {}),
      },
    }),
    ...(one.liveness === 'paused'
      ? [rect(-half, -tall, 2 * half, 2 * tall, { rx: 3.5, style: { fill: 'url(#hatch)' } })]
      : []),
    ...(one.liveness === 'crashed' || one.expired
      ? [
          path(
            `M${-half} ${-tall}l5 5M${half} ${-tall}l-5 5M${-half} ${tall}l5 -5M${half} ${tall}l-5 -5`,
            {
              style: { fill: 'none', stroke: 'var(--crashed)', strokeWidth: 1.6 },
            },
          ),
        ]
      : []),
    ...(half < 12 && (!selected || holds)
      ? []
      : [
          text(0, half < 12 ? -tall - 5 : round(size * 0.36), one.name, {
            anchor: 'middle',
            className: one.liveness === 'paused' || half < 12 ? 'b halo' : 'b',
            style: {
              fontSize: size,
              fill:
                holds && half >= 12 ? 'var(--paper)' : down ? 'var(--crashed-text)' : 'var(--ink)',
            },
          }),
        ]),
    ...(selected
      ? [
          group([cropBox({ x: 0, y: 0, width: 2 * half, height: 2 * tall })], {
            transform: at(-half, -tall),
          }),
        ]
      : []),
  ];
  const colour = colourOf(one.pid);
  // Away from the node, where nothing flies.
  const out = y < middle.y ? -1 : 1;
  if (one.believes.length > 0) shapes.push(thought(half + 8, out * (tall + 9), colour, 0.6));
  if (holds) shapes.push(padlock(-half - 1, out * (tall + 7), colour, true, 0.75));
  return group(shapes, {
    key: `process-${one.pid}`,
    className: `client ${one.liveness}`,
    role: 'button',
    label: nameOf(one, words),
    action: { select: one.pid as Pid },
    selected,
    transform: at(x, y),
  });
}
