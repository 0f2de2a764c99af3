import { useMemo } from 'react';
import type { StepRecord } from '../../../view/fact.ts';
import type { Tale } from '../../words/fact-sentence.ts';
import { useTale } from '../../words/use-tale.ts';
import { useLoose } from '../../words/use-words.ts';
import type { LooseTranslator } from '../../words/use-words.ts';
import { stepText } from '../events/step-text.ts';

type Telling = (record: StepRecord) => string;

/** Makes each sentence once: a diagram that is drawn again says the same of most events. */
const telling = (tale: Tale, panels: LooseTranslator): Telling => {
  const told = new WeakMap<StepRecord, string>();
  return (record) => {
    const known = told.get(record);
    if (known !== undefined) return known;
    const text = stepText(record, tale, panels);
    told.set(record, text);
    return text;
  };
};

/** Says in a sentence what a step did. */
export const useTelling = (): Telling => {
  const tale = useTale();
  const panels = useLoose('panels');
  return useMemo(() => telling(tale, panels), [tale, panels]);
};
