import { useTranslations } from 'use-intl';
import { setSpeed } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { Select } from '../widgets/select.tsx';

const SPEEDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/** How fast the run plays; a lesson's own speed joins the list. */
export const Speed = () => {
  const t = useTranslations('lab.transport');
  const speed = useSim((s) => s.speed);
  const all = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].toSorted((a, b) => a - b);
  return (
    <Select
      label={t('speed')}
      value={String(speed)}
      options={all.map((one) => ({
        id: String(one),
        label: t('speedValue', { speed: String(one) }),
      }))}
      onChange={(chosen) => setSpeed(Number(chosen))}
    />
  );
};
