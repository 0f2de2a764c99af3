import { useTranslations } from 'use-intl';
import { dismissProblem } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import { problemText } from '../words/problem-text.ts';
import { useLoose } from '../words/use-words.ts';
import { WithWords } from '../words/with-words.tsx';
import type { ProblemView } from '../../view/command.ts';
import './problem-notice.css';

/** The newest problem with something given to the page: where, what, and how to mend it. */
export const ProblemNotice = () => {
  const problem = useSim((s) => s.problem);
  return problem === null ? null : (
    <WithWords of="parts">
      <Notice problem={problem} />
    </WithWords>
  );
};

const Notice = ({ problem }: { problem: ProblemView }) => {
  const t = useTranslations('lab');
  const words = useLoose('problems');
  return (
    <div className="notice" role="alert">
      <p>{problemText(problem, words)}</p>
      <Button onPress={dismissProblem}>{t('dismiss')}</Button>
    </div>
  );
};
