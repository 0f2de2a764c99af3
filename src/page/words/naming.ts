import { createContext, use } from 'react';
import { useTranslations } from 'use-intl';
import type { ProcessView } from '../../view/frame.ts';

type Named = Pick<ProcessView, 'pid' | 'name'>;

/** How a lab calls its processes. */
export interface Naming {
  /** By itself: `Server 3`, `A3`. */
  readonly title: (process: Named) => string;
  /** In a sentence: `server 3`, `A3`; with the space that a language sets round it. */
  readonly inText: (process: Named) => string;
}

/** What stands round a lab's panels; the short names where nothing is said. */
export const NamingContext = createContext<Naming>({
  title: ({ name }) => name,
  inText: ({ name }) => name,
});

export const useNaming = (): Naming => use(NamingContext);

/** Servers have numbers: `Server 3`. */
export const useServerNaming = (): Naming => {
  const t = useTranslations('lab.process');
  return {
    title: ({ pid }) => t('server', { sid: String(pid) }),
    inText: ({ pid }) => t('serverInText', { sid: String(pid) }),
  };
};

/** Processes have short names of their own: `A3`. */
export const useShortNaming = (): Naming => {
  const t = useTranslations('lab.process');
  return { title: ({ name }) => name, inText: ({ name }) => t('inText', { name }) };
};
