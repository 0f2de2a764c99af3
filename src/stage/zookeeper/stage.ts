import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../view/zookeeper.ts';
import { zxidText } from '../../view/zxid.ts';
import { cropMarks, ring } from '../glyphs.ts';
import { linkShapes } from '../links.ts';
import type { LinkOptions } from '../links.ts';
import { messageShapes } from '../messages.ts';
import type { MessageOptions } from '../messages.ts';
import { at, circle, group, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { isDown, ringClass, ringKind, stateWord, wordClass } from '../states.ts';
import type { ZooKeeperChange } from './changes.ts';
import { clientShape } from './client.ts';
import { diskShapes } from './disk.ts';
import type { ZooKeeperLayout } from './layout.ts';
import { pipelineShapes } from './pipeline.ts';
import { sessionOf } from './session.ts';
import type { ZooKeeperSaying } from './words.ts';

export interface ZooKeeperStageOptions extends MessageOptions, LinkOptions {
  readonly words: ZooKeeperSaying;
  readonly changed?: ZooKeeperChange | null;
  readonly reducedMotion?: boolean;
}

/** Clients with their sessions, what travels, and the server with its pipeline and its disk. */
export const zookeeperStage = (
  frame: Frame<ZooKeeperDetail>,
  layout: ZooKeeperLayout,
  now: Micros,
  options: ZooKeeperStageOptions,
): readonly Shape[] => {
  const servers = group(serverShapes(frame, layout, options), { key: 'servers' });
  const clients = group(clientShapes(frame, layout, now, options), { key: 'clients' });
  const messages = messageShapes(frame, layout, now, options, [servers, clients]);
  return [
    group(linkShapes(frame, layout, options), { key: 'links' }),
    group(messages.trails, { key: 'trails' }),
    servers,
    clients,
    group(messages.slips, { key: 'slips' }),
  ];
};

const markOf = (
  { changed, reducedMotion }: ZooKeeperStageOptions,
  pid: number,
): 'glow' | 'outline' | null =>
  changed?.what === 'process' && changed.pid === pid
    ? reducedMotion === true
      ? 'outline'
      : 'glow'
    : null;

function clientShapes(
  frame: Frame<ZooKeeperDetail>,
  layout: ZooKeeperLayout,
  now: Micros,
  options: ZooKeeperStageOptions,
): Shape[] {
  const { clients } = frame.detail;
  return frame.processes.flatMap((process) => {
    const place = layout.clients.get(process.pid);
    if (place === undefined) return [];
    return [
      clientShape(
        process,
        clients.find(({ pid }) => pid === process.pid),
        sessionOf(frame.detail, process.pid),
        place,
        now,
        {
          words: options.words,
          selected: options.selected === process.pid,
          changed: markOf(options, process.pid),
        },
      ),
    ];
  });
}

function serverShapes(
  frame: Frame<ZooKeeperDetail>,
  layout: ZooKeeperLayout,
  options: ZooKeeperStageOptions,
): Shape[] {
  const process = frame.processes.find(({ pid }) => pid === layout.server);
  const server = frame.detail.servers.find(({ pid }) => pid === layout.server);
  if (process === undefined || server === undefined) return [];
  const { card, ring: hub } = layout;
  const { words, changed, reducedMotion = false } = options;
  const kind = ringKind(process);
  const word = stateWord(process, words);
  const mark = markOf(options, process.pid);
  const selected = options.selected === process.pid;
  const down = isDown(process);
  const clients = frame.detail.clients.map(({ pid }) => pid);
  const claimOf = (client: number): number | null => {
    const at0 = clients.indexOf(client);
    return at0 === -1 ? null : at0 + 1;
  };
  return [
    rect(round(card.x), round(card.y), round(card.width), round(card.height), {
      key: 'card',
      rx: 8,
      style: {
        fill: 'var(--paper)',
        stroke: down ? 'var(--crashed)' : 'var(--ink-3)',
        strokeWidth: 1.2,
        ...(down ? { strokeDasharray: '5 4' } : {}),
      },
    }),
    group(
      pipelineShapes(server, layout, {
        words,
        claimOf,
        moved: changed?.what === 'job' ? changed.number : null,
        reducedMotion,
      }),
      { key: 'pipeline' },
    ),
    ...diskShapes(server, layout, {
      words,
      wrote: changed?.what === 'cell' ? changed.index : null,
      reducedMotion,
    }),
    ...headShapes(server, layout, word, kind, options),
    group(
      [
        ...(mark === 'glow' ? [circle(0, 0, hub.r * 1.36, { className: 'glow' })] : []),
        ...(mark === 'outline'
          ? [
              circle(0, 0, hub.r + 10, {
                className: 'changed',
                style: {
                  fill: 'none',
                  stroke: 'var(--ink)',
                  strokeWidth: 2,
                  strokeDasharray: '2 3',
                },
              }),
            ]
          : []),
        ...(selected ? [cropMarks(hub.r)] : []),
        ...ring(kind, process.name, hub.r),
      ],
      {
        key: `server-${process.pid}`,
        className: ringClass(kind),
        role: 'button',
        label: words.server(process.pid, word),
        action: { select: process.pid },
        selected,
        transform: at(hub.x, hub.y),
      },
    ),
  ];
}

/** Beside the ring: its state, and how far its tree has come. */
function headShapes(
  server: ZooKeeperServerView,
  { ring: hub, card, narrow }: ZooKeeperLayout,
  word: string,
  kind: ReturnType<typeof ringKind>,
  { words }: ZooKeeperStageOptions,
): Shape[] {
  const y = round(hub.y + 24);
  const left = `zxid ${zxidText(server.zxid)}`;
  const taken = server.lost?.stages.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const right =
    taken > 0
      ? words.say('lostRequests', { count: taken })
      : words.say('sessions', { count: server.sessions.length });
  return [
    text(round(hub.x + hub.r + 12), y, word, { key: 'word', className: `word ${wordClass(kind)}` }),
    text(round(hub.x - hub.r - 12), y, left, { key: 'zxid', anchor: 'end', className: 's' }),
    ...(narrow
      ? []
      : [
          // ZooKeeper counts the root twice; the tree beside the stage shows it once.
          text(round(card.x + 14), y, words.say('nodes', { count: server.nodes }), {
            key: 'nodes',
            className: 's i2',
          }),
          text(round(card.x + card.width - 14), y, right, {
            key: 'sessions',
            anchor: 'end',
            className: 's i2',
          }),
        ]),
  ];
}
