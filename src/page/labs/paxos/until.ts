import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { PaxosDetail } from '../../../view/paxos.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import type { UntilField, UntilKind } from '../../panels/run/condition.ts';
import { typedWhole } from '../../panels/set-up/typed.ts';

type T = ReturnType<typeof useTranslations<'paxos.until'>>;

/** What a group can be run until. */
export const paxosUntil = (
  { processes, detail }: Pick<Frame<PaxosDetail>, 'processes' | 'detail'>,
  t: T,
): readonly UntilKind[] => {
  const value: UntilField = {
    id: 'value',
    label: t('value'),
    first: detail.prospects[0]?.value ?? '',
    options: detail.prospects.map((one) => ({ id: one.value, label: one.value })),
  };
  const one = (id: string, label: string, pids: readonly number[]): UntilField => ({
    id,
    label,
    first: String(pids[0] ?? 1),
    options: processes
      .filter(({ pid }) => pids.includes(pid))
      .map(({ pid, name }) => ({ id: String(pid), label: name })),
  });
  const ballot: UntilField = { id: 'ballot', label: t('ballot'), first: '5' };
  const kinds: readonly UntilKind[] = [
    { id: 'chosen', label: t('kinds.chosen'), fields: [], build: () => ({ chosen: 'any' }) },
    {
      id: 'prospect',
      label: t('kinds.prospect'),
      fields: [value],
      build: ({ value: of = '' }) => ({ prospect: { value: of, is: 'impossible' } }),
    },
    {
      id: 'ballot',
      label: t('kinds.ballot'),
      fields: [one('pid', t('proposer'), detail.proposers), ballot],
      build: ({ pid, ballot: typed = '' }) => {
        const atLeast = typedWhole(typed);
        return atLeast === null || atLeast < 1
          ? { wrong: 'ballot', text: t('wrongBallot') }
          : { ballot: { pid: Number(pid), atLeast } };
      },
    },
    {
      id: 'learned',
      label: t('kinds.learned'),
      fields: [one('pid', t('learner'), detail.learners)],
      build: ({ pid }) => ({ learned: { pid: Number(pid) } }),
    },
    {
      id: 'livelock',
      label: t('kinds.livelock'),
      fields: [],
      build: () => ({ livelock: true }),
    },
    { id: 'quiet', label: t('kinds.quiet'), fields: [], build: () => ({ quiet: true }) },
  ];
  // Where there is nobody to choose from, there is nothing to wait for.
  return kinds.filter(({ fields }) =>
    fields.every(({ options }) => options === undefined || options.length > 0),
  );
};

/** The same of the run on screen; a hook. */
export const usePaxosUntil = (): readonly UntilKind[] => {
  const t = useTranslations('paxos.until');
  const frame = useLabFrame<PaxosDetail>();
  return frame === null ? [] : paxosUntil(frame, t);
};
