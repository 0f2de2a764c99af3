import type { ElectionDetail } from '../../../view/election.ts';
import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import { zxidText } from '../../../view/zxid.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import type { UntilField, UntilKind } from '../../panels/run/condition.ts';
import { typedZxid } from '../../panels/set-up/typed.ts';

const STATES = ['LOOKING', 'FOLLOWING', 'LEADING', 'OBSERVING', 'CRASHED', 'PAUSED'] as const;

type T = ReturnType<typeof useTranslations<'panels.until'>>;

/** What an election can be run until. */
export const electionUntil = (frame: Pick<Frame, 'processes'>, t: T): readonly UntilKind[] => {
  const server: UntilField = {
    id: 'pid',
    label: t('server'),
    first: String(frame.processes[0]?.pid ?? 1),
    options: frame.processes.map((one) => ({ id: String(one.pid), label: one.name })),
  };
  return [
    {
      id: 'leader',
      label: t('kinds.leader'),
      fields: [],
      build: () => ({ leader: 'any' }),
    },
    {
      id: 'no-leader',
      label: t('kinds.no-leader'),
      fields: [],
      build: () => ({ leader: 'none' }),
    },
    {
      id: 'state',
      label: t('kinds.state'),
      fields: [
        server,
        {
          id: 'state',
          label: t('state'),
          first: 'LEADING',
          options: STATES.map((id) => ({ id, label: id })),
        },
      ],
      build: ({ pid, state = '' }) => ({ state: { pid: Number(pid), is: state } }),
    },
    {
      id: 'zxid',
      label: t('kinds.zxid'),
      fields: [server, { id: 'zxid', label: t('zxid'), first: '1·1' }],
      build: ({ pid, zxid = '' }) => {
        const typed = typedZxid(zxid);
        return typed === null
          ? { wrong: 'zxid', text: t('wrong.zxid') }
          : { zxid: { pid: Number(pid), atLeast: zxidText(typed) } };
      },
    },
    { id: 'quiet', label: t('kinds.quiet'), fields: [], build: () => ({ quiet: true }) },
  ];
};

/** The same of the run on screen; a hook. */
export const useElectionUntil = (): readonly UntilKind[] => {
  const t = useTranslations('panels.until');
  const frame = useLabFrame<ElectionDetail>();
  return frame === null ? [] : electionUntil(frame, t);
};
