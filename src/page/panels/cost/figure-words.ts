import { useTranslations } from 'use-intl';
import { useSaying } from '../../words/use-saying.ts';
import type { CostPlotOptions } from '../../../stage/cost-plot.ts';
import type { FigureWords } from './cost-figure.tsx';

/** What the figures of locks say, beside their names; a hook. */
export const useLockFigureWords = (
  name: string,
): { readonly said: FigureWords; readonly words: CostPlotOptions['words'] } => {
  const t = useTranslations('recipes.cost');
  const stage = useSaying('recipes.stage');
  return {
    said: {
      name,
      shown: t('shown'),
      plot: t('plot'),
      table: t('table'),
      at: t('at'),
      atText: (n) => t('atText', { n }),
      none: t('none'),
      byFormula: (value) => t('formula', { value }),
      ratio: t('ratio'),
    },
    words: {
      atN: (n) => stage.say('atN', { n }),
      counted: stage.say('counted'),
      formula: stage.say('formula'),
    },
  };
};
