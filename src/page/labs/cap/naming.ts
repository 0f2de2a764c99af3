import { useTranslations } from 'use-intl';
import type { Naming } from '../../words/naming.ts';

/** Servers have numbers, clients Greek letters: `Server 1`, `Client α`. */
export const useCapNaming = (): Naming => {
  const t = useTranslations('lab.process');
  const own = useTranslations('cap.process');
  const serves = ({ pid, name }: { readonly pid: number; readonly name: string }): boolean =>
    name === `S${pid}`;
  return {
    title: (one) =>
      serves(one) ? t('server', { sid: String(one.pid) }) : own('client', { name: one.name }),
    inText: (one) =>
      serves(one)
        ? t('serverInText', { sid: String(one.pid) })
        : own('clientInText', { name: one.name }),
  };
};
