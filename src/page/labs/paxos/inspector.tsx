import { useTranslations } from 'use-intl';
import { Inspector } from '../../panels/inspector/Inspector.tsx';
import { usePaxosFrame, useSelectedPid, useVeil } from '../../sim/selectors.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { acts } from '../acts.ts';

/** The selected process from inside. */
export const PaxosInspector = () => {
  const view = useTranslations('lab.view');
  const t = useTranslations('paxos');
  const words = useStageWords();
  const frame = usePaxosFrame();
  const veil = useVeil();
  const pid = useSelectedPid();
  if (frame === null) return null;
  if (pid === null) return <p className="inspector-none">{view('nobody')}</p>;
  const [chosen] = frame.detail.chosen;
  const settled =
    chosen === undefined
      ? null
      : t('isChosen', { value: chosen.value, ballot: String(chosen.ballot) });
  return (
    <Inspector
      key={pid}
      pid={pid}
      frame={frame}
      words={words}
      acts={acts}
      veil={veil}
      why={{ question: t('why'), settled }}
      open={['acceptor', 'proposer', 'learner']}
    />
  );
};
