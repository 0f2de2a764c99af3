import { useEffect, useState } from 'react';
import type { ByzantineAnswer, ByzantineQuestion } from '../../../view/byzantine-ask.ts';
import type { ByzantineSetup } from '../../../view/byzantine-setup.ts';
import { send } from '../../sim/actions.ts';
import { useSim } from '../../sim/store.ts';
import { beginWork } from '../../sim/work.ts';

/** The set-up of the run that is open; null at first. */
export const useSetup = (): ByzantineSetup | null => {
  const run = useSim((s) => s.run);
  const [known, setKnown] = useState<{ run: number; setup: ByzantineSetup } | null>(null);
  useEffect(() => {
    const done = beginWork();
    let left = false;
    void send({ type: 'save' })
      .then(({ scenario }) => {
        if (!left && scenario?.model === 'byzantine') setKnown({ run, setup: scenario.setup });
      })
      .finally(done);
    return () => {
      left = true;
      done();
    };
  }, [run]);
  return known?.run === run ? known.setup : null;
};

type AnswerTo<Q extends ByzantineQuestion> = Extract<ByzantineAnswer, { readonly ask: Q['ask'] }>;

/** Asks once; null when there is no answer. */
export const askByzantine = async <Q extends ByzantineQuestion>(
  question: Q,
): Promise<AnswerTo<Q> | null> =>
  ((await send({ type: 'ask', question })).asked ?? null) as AnswerTo<Q> | null;

/** The answer to a question that depends on nothing but itself; null: it has not come yet. */
export const useAnswerOf = <Q extends ByzantineQuestion>(
  question: Q | null,
): AnswerTo<Q> | null => {
  const text = question === null ? '' : JSON.stringify(question);
  const [known, setKnown] = useState<{ text: string; answer: AnswerTo<Q> | null } | null>(null);
  useEffect(() => {
    if (text === '') return undefined;
    const done = beginWork();
    let left = false;
    // Written just above.
    void askByzantine(JSON.parse(text) as Q)
      .then((answer) => {
        if (!left) setKnown({ text, answer });
      })
      .finally(done);
    return () => {
      left = true;
      done();
    };
  }, [text]);
  return known?.text === text ? known.answer : null;
};
