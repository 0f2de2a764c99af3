import { useTranslations } from 'use-intl';
import type { CapDetail } from '../../../view/cap.ts';
import type { CapCheck, CapOutcome } from '../../../view/cap-setup.ts';
import type { UntilKind } from '../../panels/run/condition.ts';
import { typedWhole } from '../../panels/set-up/typed.ts';
import { useLabFrame } from '../../sim/selectors.ts';

const OUTCOMES: readonly CapOutcome[] = ['waiting', 'ok', 'error', 'timeout'];
const CHECKS: readonly CapCheck[] = [
  'linearizable',
  'writes',
  'sequential',
  'monotonic',
  'converged',
];

/** What the experiment can be run until. A hook. */
export const useCapUntil = (): readonly UntilKind[] => {
  const t = useTranslations('cap.until');
  const check = useTranslations('cap.check.short');
  const frame = useLabFrame<CapDetail>();
  const requests = frame?.detail.requests ?? [];
  const next = requests.find(({ outcome }) => outcome === 'planned' || outcome === 'waiting');
  return [
    {
      id: 'request',
      label: t('kinds.request'),
      fields: [
        {
          id: 'number',
          label: t('number'),
          first: String(next?.number ?? 1),
          options: requests.map(({ number }) => ({ id: String(number), label: String(number) })),
        },
        {
          id: 'is',
          label: t('is'),
          first: 'waiting',
          options: [
            { id: 'waiting', label: t('waiting') },
            { id: 'ok', label: t('ok') },
            { id: 'error', label: t('error') },
            { id: 'timeout', label: t('timeout') },
          ],
        },
      ],
      build: ({ number, is }) => ({
        request: {
          number: Number(number),
          is: OUTCOMES.find((one) => one === is) ?? 'waiting',
        },
      }),
    },
    {
      id: 'verdict',
      label: t('kinds.verdict'),
      fields: [
        {
          id: 'of',
          label: t('check'),
          first: 'linearizable',
          options: CHECKS.map((id) => ({ id, label: check(id) })),
        },
        {
          id: 'is',
          label: t('is'),
          first: 'fails',
          options: [
            { id: 'holds', label: t('holds') },
            { id: 'fails', label: t('fails') },
          ],
        },
      ],
      build: ({ of, is }) => ({
        verdict: {
          of: CHECKS.find((one) => one === of) ?? 'linearizable',
          is: is === 'holds',
        },
      }),
    },
    {
      id: 'lostWrites',
      label: t('kinds.lostWrites'),
      fields: [{ id: 'count', label: t('count'), first: '1' }],
      build: ({ count = '' }) => {
        const many = typedWhole(count);
        return many === null ? { wrong: 'count', text: t('wrong') } : { lostWrites: many };
      },
    },
  ];
};
