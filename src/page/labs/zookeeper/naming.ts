import { useTranslations } from 'use-intl';
import type { Naming } from '../../words/naming.ts';

/** Servers have numbers, clients have letters: `Server 1`, `α`. */
export const useZooKeeperNaming = (): Naming => {
  const t = useTranslations('lab.process');
  const serves = ({ pid, name }: { readonly pid: number; readonly name: string }): boolean =>
    name === `S${pid}`;
  return {
    title: (one) => (serves(one) ? t('server', { sid: String(one.pid) }) : one.name),
    inText: (one) =>
      serves(one) ? t('serverInText', { sid: String(one.pid) }) : t('inText', { name: one.name }),
  };
};
