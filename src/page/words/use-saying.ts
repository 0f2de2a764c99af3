import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Say, Values } from '../../stage/say.ts';
import type { Saying } from '../../stage/words.ts';
import type { English } from './words.ts';
import { asTexts, useStageWords } from './stage-words.ts';
import type { LooseTranslator } from './use-words.ts';

type At<M, Area extends string> = Area extends keyof M
  ? M[Area]
  : Area extends `${infer A}.${infer Rest}`
    ? A extends keyof M
      ? At<M[A], Rest>
      : never
    : never;

/** A drawing's words in the reader's language. @param area where its English ones stand */
export const useSaying = <const Area extends string>(area: Area): Saying<At<English, Area>> => {
  const words = useStageWords();
  // `At` has checked the area, and the drawing its keys.
  const t = useTranslations(area as never) as unknown as LooseTranslator;
  return useMemo(() => {
    const say = (key: string, values: Values = {}): string => t(key, asTexts(values));
    return { ...words, say: say as Say<At<English, Area>> };
  }, [words, t]);
};
