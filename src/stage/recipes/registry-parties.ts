import type { Frame } from '../../view/frame.ts';
import { boldWidth, trimmed } from '../geometry.ts';
import { cropBox } from '../paxos/card-frame.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { nameOf } from './client.ts';
import type { SceneOptions } from './columns.ts';
import { colourOf } from './marks.ts';
import type { RegistryLayout } from './registry-layout.ts';
import type { Provided } from './registry-who.ts';
import type { ClientView } from './scene.ts';

/** A box that is no wider has small letters. */
const SLIM = 100;

/** A provider: how many calls it has answered, and how many came to nothing while it was dead. */
export function providerShape(
  { view, client }: Provided,
  frame: Frame,
  layout: RegistryLayout,
  options: SceneOptions,
): Shape[] {
  const box = layout.providers.get(view.pid);
  if (box === undefined) return [];
  const { words } = options;
  const process = frame.processes.find(({ pid }) => pid === view.pid);
  const off = process?.liveness === 'off';
  const down = process?.liveness === 'crashed';
  const paused = process?.liveness === 'paused';
  const selected = options.selected === view.pid || options.selected === client?.pid;
  const { width, height } = box;
  const [w, h] = [round(width), round(height)];
  const narrow = layout.narrow || width < SLIM;
  const pad = narrow ? 6 : 16;
  const failed = view.failed > 0 ? boldWidth(String(view.failed), 15) + 20 : 0;
  const stateRoom = w - 2 * pad - failed;
  const state = words.say(down ? 'crashed' : off ? 'off' : paused ? 'paused' : 'answered');
  return [
    group(
      [
        ...(options.changed === view.pid
          ? [
              rect(-6, -6, w + 12, h + 12, {
                rx: 8,
                className: options.reducedMotion ? 'changed' : 'glow',
              }),
            ]
          : []),
        rect(0, 0, w, h, {
          rx: 4,
          style: {
            fill: 'var(--paper)',
            stroke: down || off ? 'var(--crashed)' : 'var(--ink-2)',
            strokeWidth: down ? 2 : 1.2,
            ...(off ? { strokeDasharray: '4 3' } : {}),
          },
        }),
        ...(paused ? [rect(0, 0, w, h, { rx: 4, style: { fill: 'url(#hatch)' } })] : []),
        ...(down
          ? [
              path(`M0 0l12 12M${w} 0l-12 12M0 ${h}l12 -12M${w} ${h}l-12 -12`, {
                style: { fill: 'none', stroke: 'var(--crashed)', strokeWidth: 2 },
              }),
            ]
          : []),
        ...(selected ? [cropBox(box)] : []),
        text(
          pad,
          narrow ? 20 : 28,
          trimmed(view.name, w - 2 * pad - 20, narrow ? 15 : 22, 'bold'),
          {
            className: `${narrow ? 'm' : 'xl'} b halo${down || off ? ' w-crashed' : ''}`,
          },
        ),
        text(w - pad, narrow ? 20 : 27, String(view.answered), {
          anchor: 'end',
          className: `${narrow ? 'm' : 'l'} b halo`,
        }),
        ...(narrow && w < 70
          ? []
          : [
              text(pad, h - 10, trimmed(state, stateRoom, 12), {
                className:
                  down || off || paused
                    ? `xs w-crashed halo${boldWidth(state, 12) > stateRoom ? '' : ' b'}`
                    : 'xs i2',
              }),
            ]),
        ...(view.failed > 0
          ? [
              path(
                `M${round(w - pad - boldWidth(String(view.failed), 15) - 16)} ${h - 19}l9 9m0 -9l-9 9`,
                {
                  style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.2 },
                },
              ),
              text(w - pad, h - 9, String(view.failed), { anchor: 'end', className: 'm b halo' }),
            ]
          : []),
      ],
      {
        key: `process-${view.pid}`,
        className: `provider ${process?.liveness ?? 'up'}`,
        role: 'button',
        label: `${view.name}, ${state}, ${view.answered}`,
        action: { select: view.pid },
        selected,
        transform: at(box.x, box.y),
      },
    ),
  ];
}

/** A consumer with the list that it keeps: who is dead and still stands there is stale. */
export function consumerShape(
  one: ClientView,
  provided: readonly Provided[],
  frame: Frame,
  layout: RegistryLayout,
  options: SceneOptions,
): Shape[] {
  const box = layout.consumers.get(one.pid);
  if (box === undefined) return [];
  const { words } = options;
  const selected = options.selected === one.pid;
  const dead = (entry: string): boolean => {
    const of = provided.find(({ view, node }) => view.name === entry || node?.name === entry);
    const process = frame.processes.find(({ pid }) => pid === of?.view.pid);
    return process !== undefined && process.liveness !== 'up';
  };
  const room = Math.floor((box.width - SQUARE - 12) / 38);
  const shown = one.list.slice(0, Math.max(0, room));
  const colour = colourOf(one.pid);
  const stale = shown.findIndex(dead);
  const down = one.liveness === 'crashed' || one.liveness === 'off';
  const list = shown.flatMap((entry, i): Shape[] => {
    const x = SQUARE + 14 + i * 38;
    const gone = dead(entry);
    return [
      rect(x, 8, 34, 22, {
        style: gone
          ? {
              fill: 'var(--paper)',
              stroke: 'var(--ink-2)',
              strokeDasharray: '3 2.2',
              strokeWidth: 1.5,
            }
          : { fill: 'var(--faint)', stroke: 'var(--ink-2)' },
      }),
      text(x + 17, 23.5, trimmed(entry, 33, 12, 'bold'), {
        anchor: 'middle',
        className: gone ? 'xs i2' : 'xs b',
        title: entry,
      }),
      ...(entry === one.next ? [path(`M${x + 17} 33l-5 7h10z`, { style: { fill: colour } })] : []),
    ];
  });
  return [
    group(
      [
        ...(options.changed === one.pid
          ? [
              rect(-5, -3, SQUARE + 10, SQUARE + 10, {
                rx: 6,
                className: options.reducedMotion ? 'changed' : 'glow',
              }),
            ]
          : []),
        rect(0, 1, SQUARE, SQUARE, {
          rx: 4,
          style: {
            fill: 'var(--paper)',
            stroke: down ? 'var(--crashed)' : 'var(--ink)',
            strokeWidth: 1.7,
            ...(one.liveness === 'off' ? { strokeDasharray: '4 3' } : {}),
          },
        }),
        ...(one.liveness === 'paused'
          ? [rect(0, 1, SQUARE, SQUARE, { rx: 4, style: { fill: 'url(#hatch)' } })]
          : []),
        text(SQUARE / 2, 24, one.name, {
          anchor: 'middle',
          className: down ? 'm w-crashed' : 'm b',
        }),
        ...(selected
          ? [
              group([cropBox({ x: 0, y: 0, width: SQUARE, height: SQUARE })], {
                transform: at(0, 1),
              }),
            ]
          : []),
        ...list,
        ...(stale >= 0 && !layout.narrow
          ? [
              text(SQUARE + 31 + stale * 38, 3, words.say('stale'), {
                anchor: 'middle',
                className: 'xs i2 halo',
              }),
            ]
          : []),
      ],
      {
        key: `process-${one.pid}`,
        className: `client ${one.liveness}`,
        role: 'button',
        label: `${nameOf(one, words)}${one.list.length === 0 ? '' : `: ${one.list.join(', ')}`}`,
        action: { select: one.pid },
        selected,
        transform: at(box.x, box.y),
      },
    ),
  ];
}

const SQUARE = 36;
