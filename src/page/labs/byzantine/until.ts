import { useTranslations } from 'use-intl';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import { lieutenantsOf } from '../../../stage/byzantine/who.ts';
import type { UntilField, UntilKind } from '../../panels/run/condition.ts';
import { useLabFrame } from '../../sim/selectors.ts';

/** What generals can be run until; a hook. */
export const useByzantineUntil = (): readonly UntilKind[] => {
  const t = useTranslations('byzantine.until');
  const frame = useLabFrame<ByzantineDetail>();
  if (frame === null) return [];
  const { detail } = frame;
  if (detail.two !== null) {
    return [{ id: 'quiet', label: t('kinds.quiet'), fields: [], build: () => ({ quiet: true }) }];
  }
  const loyal = lieutenantsOf(detail).filter((one) => one.loyal);
  const who: UntilField = {
    id: 'pid',
    label: t('general'),
    first: String(loyal[0]?.pid ?? 1),
    options: loyal.map(({ pid, name }) => ({ id: String(pid), label: name })),
  };
  const rounds: UntilField = {
    id: 'round',
    label: t('round'),
    first: '2',
    options: detail.levels.map((_, i) => ({ id: String(i + 1), label: String(i + 1) })),
  };
  const kinds: readonly UntilKind[] = [
    { id: 'decided', label: t('kinds.decided'), fields: [], build: () => ({ decided: 'all' }) },
    {
      id: 'one',
      label: t('kinds.one'),
      fields: [who],
      build: ({ pid }) => ({ decided: { pid: Number(pid) } }),
    },
    {
      id: 'round',
      label: t('kinds.round'),
      fields: [rounds],
      build: ({ round }) => ({ round: Number(round) }),
    },
    { id: 'quiet', label: t('kinds.quiet'), fields: [], build: () => ({ quiet: true }) },
  ];
  return kinds.filter(({ fields }) =>
    fields.every(({ options }) => options === undefined || options.length > 0),
  );
};
