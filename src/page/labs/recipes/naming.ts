import { useTranslations } from 'use-intl';
import type { Naming } from '../../words/naming.ts';

/** Servers and clients have numbers, what stands outside has a name: `Server 1`, `Client 3`, `DB`. */
export const useRecipesNaming = (): Naming => {
  const t = useTranslations('lab.process');
  const own = useTranslations('recipes.process');
  const serves = ({ pid, name }: { readonly pid: number; readonly name: string }): boolean =>
    name === `S${pid}`;
  const numbered = (name: string): string | undefined => /^C(\d+)$/u.exec(name)?.[1];
  return {
    title: (one) => {
      if (serves(one)) return t('server', { sid: String(one.pid) });
      const number = numbered(one.name);
      return number === undefined ? one.name : own('client', { number });
    },
    inText: (one) => {
      if (serves(one)) return t('serverInText', { sid: String(one.pid) });
      const number = numbered(one.name);
      return number === undefined
        ? t('inText', { name: one.name })
        : own('clientInText', { number });
    },
  };
};
