import type { MessageView } from '../../view/frame.ts';
import type { CallView, ReleaseView, SpanView } from '../../view/recipes.ts';
import type { Pid } from '../../view/time.ts';
import { client, flying, line, node, queueOf } from './fixtures.ts';
import type { OutsideView, SceneView } from './scene.ts';

/** A bell for the configuration: a node of nobody's that four watch, and one that changes it. */
export const configScene = (): SceneView => ({
  root: '/config',
  programs: [
    {
      name: 'subscriber',
      words: false,
      asks: true,
      lines: [
        line('getData', 'app, watch'),
        line('', 'use it'),
        line('NodeDataChanged', ': back to 1'),
      ],
    },
    { name: 'publisher', words: false, asks: true, lines: [line('setData', 'app')] },
  ],
  clients: [
    client(1, { program: 'publisher', line: 0, results: ['v4'] }),
    ...[2, 3, 4, 5].map((number) =>
      client(number, { program: 'subscriber', line: 2, waits: 'wait', results: ['v3', 'v3', ''] }),
    ),
  ],
  nodes: [
    {
      ...node(0, null),
      path: '/config/app',
      name: 'app',
      ephemeral: false,
      sequential: false,
      data: 'v4',
      watchers: [2, 3, 4, 5].map((number) => ({ pid: 100 + number, what: 'data' as const })),
    },
  ],
  rootWatchers: [],
  calls: { answered: 0, failed: 0, reads: 0 },
  outside: [],
});

/** A master's row, and a store whose key runs down. */
export const outsiders = (): SceneView => ({
  ...queueOf(3),
  root: '',
  nodes: [],
  outside: [
    {
      kind: 'table',
      pid: 301,
      name: 'DB',
      rows: [{ id: '1', owner: 101, ownerName: 'J1', beatAt: 14_000_000 }],
      queries: 12,
      clock: 20_000_000,
    },
    {
      kind: 'redis',
      pid: 302,
      name: 'R',
      keys: [
        {
          key: 'lock',
          value: '7f3a',
          owner: 102,
          ownerName: 'C2',
          expiresAt: 24_200_000,
        },
      ],
      attempts: 92,
      failed: 91,
      clock: 20_000_000,
      replica: false,
    },
  ],
});

/** Four providers of which one is dead and not yet expired; two call them. `fixed`: without a registry. */
export const registryScene = (fixed: boolean): SceneView => {
  const provider = (number: number, answered: number, failed: number): OutsideView => ({
    kind: 'provider',
    pid: 100 + number,
    name: `P${number}`,
    client: 100 + number,
    answered,
    failed,
  });
  const ends = [28_600_000, 29_500_000, 25_800_000, 27_900_000];
  return {
    root: fixed ? '' : '/services/OrderService',
    programs: [],
    clients: [
      ...[1, 2, 3, 4].map((number) =>
        client(number, {
          name: `P${number}`,
          liveness: number === 3 ? 'crashed' : 'up',
          session: fixed
            ? null
            : {
                touchedAt: (ends[number - 1] ?? 0) - 13_000_000,
                expiresAt: ends[number - 1] ?? 0,
                timeout: 10_000,
              },
        }),
      ),
      ...['α', 'β'].map((name, i) =>
        client(5 + i, {
          name,
          list: ['P1', 'P2', 'P3', 'P4'],
          next: i === 0 ? 'P4' : 'P1',
        }),
      ),
    ],
    nodes: fixed
      ? []
      : [1, 2, 3, 4].map((number) => ({
          ...node(number, 100 + number),
          path: `/services/OrderService/p-${number}`,
          name: `p-${number}`,
          sequential: false,
        })),
    rootWatchers: fixed ? [] : [105, 106],
    outside: [provider(1, 35, 0), provider(2, 35, 0), provider(3, 25, 11), provider(4, 45, 0)],
    calls: { answered: 140, failed: 11, reads: 0 },
  };
};

export const nobodyStarted = (scene: SceneView): SceneView => ({
  ...scene,
  clients: scene.clients.map((one) => ({ ...one, liveness: 'off', list: [] })),
  outside: scene.outside.map((one) => ({ ...one, answered: 0, failed: 0 })),
  calls: { answered: 0, failed: 0, reads: 0 },
});

/** One call that was refused, one that goes to the next, one that was answered. */
export const calls = (): readonly MessageView[] => [
  { ...flying(1, 105, 103, 'request', 'call 71', 0.7), status: 'lost', claim: 2 },
  { ...flying(2, 105, 104, 'request', 'call 71', 0.35), claim: 2 },
  { ...flying(3, 106, 101, 'request', 'call 71', 0.75), claim: 4 },
];

/** Two consumers call four in turn, five times a second each; the third is dead from 20.2 s on. */
export const callsMade = (): readonly CallView[] =>
  Array.from({ length: 42 }, (_, i): CallView => {
    const at = 18_000_000 + i * 100_000;
    const to = 101 + (Math.floor(i / 2) % 4);
    const dead = to === 103 && at > 20_200_000;
    return {
      by: 105 + (i % 2),
      to,
      at,
      end: at + 8000,
      err: dead ? 'Refused' : 'OK',
    };
  });

/** The beliefs of two owners, as the mock-up's run has them. */
export const twoOwnersSpans = (): readonly SpanView[] => {
  const span = (
    pid: Pid,
    kind: SpanView['kind'],
    from: number,
    to: number | null,
    what = '',
  ): SpanView => ({
    pid,
    kind,
    what,
    from: from * 1_000_000,
    to: to === null ? null : to * 1_000_000,
  });
  return [
    span(101, 'session', 0, 12),
    span(101, 'believes', 0, null, 'lock'),
    span(101, 'holds', 0, 12, 'lock'),
    span(101, 'paused', 2, 20),
    span(102, 'session', 0.4, null),
    span(102, 'waits', 1, 12),
    span(102, 'believes', 12, null, 'lock'),
    span(102, 'holds', 12, null, 'lock'),
    ...[3, 4, 5].map((number, i) => span(100 + number, 'waits', 1.2 + i * 0.2, null)),
  ];
};

/** What the releases of a herd have woken. */
export const herdReleases = (count: number, done: number): readonly ReleaseView[] =>
  Array.from({ length: done }, (_, i) => ({
    at: i * 1_000_000,
    by: 101 + i,
    node: 'lock',
    woken: count - 1 - i,
    forNothing: count - 2 - i,
  }));
