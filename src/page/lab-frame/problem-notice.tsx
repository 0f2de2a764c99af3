import { useTranslations } from 'use-intl';
import { dismissProblem } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import { problemText } from '../words/problem-text.ts';
import { useLoose } from '../words/use-words.ts';
import './problem-notice.css';

/** The newest problem with something given to the page: where, what, and how to mend it. */
export const ProblemNotice = () => {
  const t = useTranslations('lab');
  const words = useLoose('problems');
  const problem = useSim((s) => s.problem);
  if (problem === null) return null;
  return (
    <div className="notice" role="alert">
      <p>{problemText(problem, words)}</p>
      <Button onPress={dismissProblem}>{t('dismiss')}</Button>
    </div>
  );
};
