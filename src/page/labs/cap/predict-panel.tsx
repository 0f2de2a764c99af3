import { useTranslations } from 'use-intl';
import { outcomeText } from '../../../stage/cap/marks.ts';
import type { CapDetail } from '../../../view/cap.ts';
import { useRoom } from '../../browser/use-media.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { Check } from '../../widgets/check.tsx';
import { later } from '../../widgets/later.tsx';
import { useSaying } from '../../words/use-saying.ts';
import { useGuessText } from './guess-text.ts';
import { cameTo, scoreOf, setPredicting } from './predict.ts';
import { useCap } from './state.ts';
import './views.css';

/** Fetched where somebody wants to be asked: lessons have its kind of question, too. */
export const OpenQuestion = later(async () => (await import('./open-question.tsx')).OpenQuestion);

/** What came of the newest guess. */
const LastGuess = ({ detail }: { detail: CapDetail }) => {
  const t = useTranslations('cap.predict');
  const words = useSaying('cap.stage');
  const textOf = useGuessText();
  const guesses = useCap((s) => s.guesses);
  const last = detail.requests.findLast(({ number }) => guesses.has(number));
  const said = last === undefined ? undefined : guesses.get(last.number);
  if (last === undefined || said === undefined) return null;
  const came = cameTo(last);
  const values = {
    number: String(last.number),
    outcome: outcomeText(last, words),
    guess: textOf(said, last.kind),
  };
  return (
    <p className={came === said ? 'w-leading' : came === null ? 'i2' : 'w-violation'}>
      {t(came === null ? 'waiting' : came === said ? 'right' : 'wrong', values)}
    </p>
  );
};

/** A switch: the run then rests at each call until the reader has said what will come of it. */
export const Predict = () => {
  const t = useTranslations('cap.predict');
  const frame = useLabFrame<CapDetail>();
  const room = useRoom();
  const { predicting, guesses } = useCap();
  if (frame === null) return null;
  const { detail } = frame;
  const score = scoreOf(detail.requests, guesses);
  return (
    <section className="cap-predict" aria-label={t('name')}>
      <Check label={t('switch')} checked={predicting} onChange={setPredicting} />
      {predicting && (
        <>
          <div aria-live="polite">
            <LastGuess detail={detail} />
            {score.all > 0 && (
              <p>{t('score', { right: String(score.right), all: String(score.all) })}</p>
            )}
          </div>
          {/* Where there is room the question stands beside the stage, where the verdicts stand. */}
          {(room === 'phone' || room === 'narrow') && <OpenQuestion />}
        </>
      )}
    </section>
  );
};
