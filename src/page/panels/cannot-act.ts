import { useTranslations } from 'use-intl';
import { useSim } from '../sim/store.ts';

/** Why nothing can be done to what is shown; null where it can. */
export const useCannotAct = (): string | null => {
  const t = useTranslations('lab');
  return useSim((s) => s.recorded) ? t('recorded') : null;
};
