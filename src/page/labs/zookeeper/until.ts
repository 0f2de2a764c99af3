import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import type { Pid } from '../../../view/time.ts';
import { zxidText } from '../../../view/zxid.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import type { UntilField, UntilKind } from '../../panels/run/condition.ts';
import { typedWhole, typedZxid } from '../../panels/set-up/typed.ts';

const STAGES = ['prep', 'sync', 'flush', 'commit', 'final'] as const;
const SERVER_STATES = [
  'LOOKING',
  'READ-ONLY',
  'FOLLOWING',
  'LEADING',
  'OBSERVING',
  'CRASHED',
] as const;
const CLIENT_STATES = [
  'CONNECTED',
  'CONNECTEDREADONLY',
  'CONNECTING',
  'EXPIRED',
  'CLOSED',
  'AUTH_FAILED',
] as const;

type T = ReturnType<typeof useTranslations<'zookeeper.until'>>;

const stageOf = (id: string | undefined): (typeof STAGES)[number] =>
  STAGES.find((one) => one === id) ?? 'prep';

/**
 * What a server and its clients can be run until, what helps to crash between two stages first.
 * @param shown the server that is shown
 */
export const zookeeperUntil = (
  { detail }: Pick<Frame<ZooKeeperDetail>, 'detail'>,
  shown: Pid | null,
  t: T,
): readonly UntilKind[] => {
  const several = detail.servers.length > 1;
  const server: UntilField = {
    id: 'server',
    label: t('server'),
    first: String(shown ?? 0),
    options: detail.servers.map(({ pid }) => ({ id: String(pid), label: `S${pid}` })),
  };
  /** Which server is asked about, where there is a choice. */
  const which = several ? [server] : [];
  const at = (values: Readonly<Record<string, string>>): Pid =>
    several ? Number(values['server']) : (shown ?? 0);
  const client: UntilField = {
    id: 'pid',
    label: t('client'),
    first: String(detail.clients[0]?.pid ?? ''),
    options: detail.clients.map(({ pid, name }) => ({ id: String(pid), label: name })),
  };
  const choice = (id: string, label: string, options: UntilField['options'] = []): UntilField => ({
    id,
    label,
    first: options[0]?.id ?? '',
    options,
  });
  const path: UntilField = { id: 'path', label: t('path'), first: '/app' };
  const kinds: readonly UntilKind[] = [
    {
      id: 'atStage',
      label: t('kinds.atStage'),
      fields: [
        choice(
          'stage',
          t('stage'),
          STAGES.map((id) => ({ id, label: t(`stages.${id}`) })),
        ),
        { id: 'op', label: t('op'), first: '', hint: t('anyOp') },
        ...which,
      ],
      build: ({ stage, op = '', ...values }) => ({
        atStage: {
          stage: stageOf(stage),
          ...(op.trim() === '' ? {} : { op: op.trim() }),
          ...(several && { server: at(values) }),
        },
      }),
    },
    {
      id: 'session',
      label: t('kinds.session'),
      fields: [
        client,
        choice('is', t('is'), [
          { id: 'over', label: t('over') },
          { id: 'alive', label: t('alive') },
        ]),
      ],
      build: ({ pid, is }) => ({
        session: { pid: Number(pid), is: is === 'alive' ? 'alive' : 'over' },
      }),
    },
    {
      id: 'watchesFired',
      label: t('kinds.watchesFired'),
      fields: [client, { id: 'count', label: t('count'), first: '1' }],
      build: ({ pid, count = '' }) => {
        const atLeast = typedWhole(count);
        return atLeast === null || atLeast < 1
          ? { wrong: 'count', text: t('wrong.count') }
          : { watchesFired: { pid: Number(pid), atLeast } };
      },
    },
    {
      id: 'node',
      label: t('kinds.node'),
      fields: [
        path,
        choice('exists', t('is'), [
          { id: 'yes', label: t('exists') },
          { id: 'no', label: t('gone') },
        ]),
      ],
      build: ({ path: typed = '', exists }) =>
        typed.trim().startsWith('/')
          ? { node: { path: typed.trim(), exists: exists === 'yes' } }
          : { wrong: 'path', text: t('wrong.path') },
    },
    {
      id: 'nodeData',
      label: t('kinds.nodeData'),
      fields: [path, { id: 'data', label: t('data'), first: '' }],
      build: ({ path: typed = '', data = '' }) =>
        typed.trim().startsWith('/')
          ? { nodeData: { path: typed.trim(), is: data } }
          : { wrong: 'path', text: t('wrong.path') },
    },
    {
      id: 'state',
      label: t('kinds.state'),
      fields: [
        client,
        choice(
          'state',
          t('state'),
          CLIENT_STATES.map((id) => ({ id, label: id })),
        ),
      ],
      build: ({ pid, state = '' }) => ({ state: { pid: Number(pid), is: state } }),
    },
    {
      id: 'zxid',
      label: t('kinds.zxid'),
      fields: [{ id: 'zxid', label: t('zxid'), first: several ? '1·1' : '0·20' }, ...which],
      build: ({ zxid = '', ...values }) => {
        const typed = typedZxid(zxid);
        return typed === null
          ? { wrong: 'zxid', text: t('wrong.zxid') }
          : { zxid: { pid: at(values), atLeast: zxidText(typed) } };
      },
    },
    {
      id: 'serving',
      label: t('kinds.serving'),
      fields: which,
      build: (values) => ({ serving: at(values) }),
    },
    ...(detail.ensemble === null ? [] : ofEnsemble(server, t)),
    { id: 'quiet', label: t('kinds.quiet'), fields: [], build: () => ({ quiet: true }) },
  ];
  // Where there is nobody to choose from, there is nothing to wait for.
  return kinds.filter(({ fields }) =>
    fields.every(({ options }) => options === undefined || options.length > 0),
  );
};

/** A leader established, none, and a server in a state. */
const ofEnsemble = (server: UntilField, t: T): readonly UntilKind[] => [
  { id: 'leader', label: t('kinds.leader'), fields: [], build: () => ({ leader: 'any' }) },
  { id: 'no-leader', label: t('kinds.no-leader'), fields: [], build: () => ({ leader: 'none' }) },
  {
    id: 'serverState',
    label: t('kinds.serverState'),
    fields: [
      server,
      {
        id: 'state',
        label: t('state'),
        first: SERVER_STATES[0],
        options: SERVER_STATES.map((id) => ({ id, label: id })),
      },
    ],
    build: ({ server: pid, state = '' }) => ({ state: { pid: Number(pid), is: state } }),
  },
];

/** The same of the run on screen; a hook. */
export const useZooKeeperUntil = (): readonly UntilKind[] => {
  const t = useTranslations('zookeeper.until');
  const frame = useLabFrame<ZooKeeperDetail>();
  const server = useShownServer();
  return frame === null ? [] : zookeeperUntil(frame, server?.pid ?? null, t);
};
