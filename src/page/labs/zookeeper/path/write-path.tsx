import { useTranslations } from 'use-intl';
import { useCalmFrame } from '../../../sim/calm.ts';
import { useSim } from '../../../sim/store.ts';
import { useVeiled } from '../../../sim/selectors.ts';
import { useWritePath } from '../../../sim/use-answers.ts';
import { Button } from '../../../widgets/button.tsx';
import { forget, goBack, victimsAt } from './acts.ts';
import { Moments } from './moments.tsx';
import { HowTheyDie, WhichWrite } from './options.tsx';
import './path.css';
import { setCrash, useComparing, useCrash, useFutures } from './store.ts';
import { useNames } from './use-path-words.ts';
import type { PathView } from '../../../../view/write-path.ts';

/** The moments of a write; whoever presses one sees what becomes of it if a server dies just then. */
export const WritePath = () => {
  const t = useTranslations('writePath');
  const frame = useCalmFrame();
  const write = useCrash((s) => s.write);
  const answer = useWritePath(write);
  const known = answer?.path ?? null;
  if (frame === null || answer === null || known === null) {
    return (
      <section className="write-path" aria-label={t('title')}>
        <p className="quiet-text">{t('none')}</p>
      </section>
    );
  }
  // The simulation may have gone on beyond what is shown.
  const moments = known.moments.filter(({ position }) => position <= frame.position);
  const path = { ...known, moments };
  return (
    <section className="write-path" aria-label={t('title')}>
      <div className="path-side">
        <WhichWrite writes={answer.writes} path={path} />
        <b className="path-here">{t('here')}</b>
        <FutureActs />
        <Hint path={path} />
      </div>
      <HowTheyDie path={path} />
      <Moments path={path} />
      <p className="path-legend">{t('legend')}</p>
    </section>
  );
};

/** What a press on a moment does; whoever has a future in hand knows it. */
const Hint = ({ path }: { path: PathView }) => {
  const t = useTranslations('writePath');
  const name = useNames();
  const futures = useFutures();
  const chosen = useCrash((s) => s.pids);
  const last = path.moments.at(-1);
  const pids = last === undefined ? [] : victimsAt(last, chosen);
  const veiled = useVeiled();
  if (futures.length > 0 && !veiled) return null;
  const who = pids.map(name).join(', ');
  const hint = pids.length === 0 ? t('hintNobody') : t('hint', { who, count: pids.length });
  return <p className="path-hint">{veiled ? t('veiled') : hint}</p>;
};

/** To the two futures and back to the run. */
const FutureActs = () => {
  const t = useTranslations('writePath');
  const futures = useFutures();
  const comparing = useComparing();
  const veiled = useVeiled();
  const branch = useSim((s) => s.frame?.branch);
  const here = futures.find(({ one }) => one.future.branch === branch);
  if (here !== undefined) {
    return (
      <p className="path-acts">
        <span>{t('inFuture', { letter: here.letter })}</span>
        <Button kind="small" onPress={() => void goBack(here.one)}>
          {t('back')}
        </Button>
      </p>
    );
  }
  if (futures.length === 0) return null;
  return (
    <p className="path-acts">
      {!comparing && (
        <Button
          kind={futures.length === 2 ? 'primary' : 'small'}
          disabledReason={veiled ? t('veiled') : null}
          onPress={() => setCrash({ comparing: true })}
        >
          {t(futures.length === 2 ? 'compare' : 'look')}
        </Button>
      )}
      <Button kind="quiet" onPress={forget}>
        {t('forget')}
      </Button>
    </p>
  );
};
