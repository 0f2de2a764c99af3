import { useTranslations } from 'use-intl';
import { useSim } from '../sim/store.ts';
import { icons } from './icons.tsx';

/** How many invariants hold, and each that is broken. */
export const Invariants = () => {
  const t = useTranslations('lab.invariants');
  const holding = useSim((s) => s.frame?.invariants);
  const violations = useSim((s) => s.frame?.violations);
  if (holding === undefined || violations === undefined) return null;
  const broken = [...new Set(violations.map((one) => one.invariant))];
  const holdText = t('hold', { count: holding.length });
  return (
    <span
      className={broken.length === 0 ? 'holds' : 'holds w-violation'}
      role="status"
      aria-label={t('name')}
      title={[...violations.map((one) => one.text), t('list'), ...holding].join('\n')}
    >
      {broken.length === 0 ? icons.check : icons.broken}
      <span>
        {broken.length === 0
          ? holdText
          : `${t('broken', { count: broken.length, names: broken.join(', ') })} · ${holdText}`}
      </span>
    </span>
  );
};
