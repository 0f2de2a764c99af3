import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { askedText } from '../../../stage/cap/marks.ts';
import type { CapDetail, CapRequestView } from '../../../view/cap.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Button } from '../../widgets/button.tsx';
import { Radios } from '../../widgets/radios.tsx';
import { useSaying } from '../../words/use-saying.ts';
import { useGuessText } from './guess-text.ts';
import { guess, unguessedOf } from './predict.ts';
import { GUESSES, useCap } from './state.ts';
import type { Guess } from './state.ts';
import './views.css';

/** The question at a call. */
const Question = ({ detail, request }: { detail: CapDetail; request: CapRequestView }) => {
  const t = useTranslations('cap.predict');
  const words = useSaying('cap.stage');
  const textOf = useGuessText();
  const [chosen, setChosen] = useState<Guess | null>(null);
  const { number, kind, client, calledAt } = request;
  const name = detail.clients.find(({ pid }) => pid === client)?.name ?? '';
  const since = Math.round(((calledAt ?? 0) - detail.zero) / 1e5) / 10;
  // An older value is no answer to a write.
  const options = GUESSES.filter((one) => one !== 'stale' || kind !== 'write');
  return (
    <>
      <Radios
        question={t('question', {
          number: String(number),
          name,
          // One thing: not broken between its words.
          what: askedText(request, words, true).replaceAll(' ', '\u00a0'),
          at: words.timeIn(since, 's'),
        })}
        options={options.map((id) => ({ id, label: textOf(id, kind) }))}
        chosen={chosen}
        onChoose={(id) => setChosen(GUESSES.find((one) => one === id) ?? null)}
      />
      <Button
        kind="primary"
        disabledReason={chosen === null ? t('choose') : null}
        onPress={() => {
          if (chosen !== null) guess(number, chosen);
        }}
      >
        {t('answer')}
      </Button>
    </>
  );
};

/** The question at the newest call, if one is open. */
export const OpenQuestion = () => {
  const frame = useLabFrame<CapDetail>();
  const run = useSim((s) => s.run);
  const { predicting, known, guesses } = useCap();
  if (frame === null || !predicting) return null;
  const { detail } = frame;
  const [open] = unguessedOf(detail.requests, known, guesses);
  return open === undefined ? null : (
    <section className="cap-question">
      <Question key={`${run} ${open.number}`} detail={detail} request={open} />
    </section>
  );
};
