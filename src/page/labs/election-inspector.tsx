import { useTranslations } from 'use-intl';
import { Inspector } from '../panels/inspector/Inspector.tsx';
import { useElectionFrame, useVeil } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { useStageWords } from '../words/stage-words.ts';
import { acts } from './acts.ts';

/** The selected server from inside. */
export const ElectionInspector = () => {
  const t = useTranslations('lab.view');
  const words = useStageWords();
  const frame = useElectionFrame();
  const veil = useVeil();
  const pid = useSim((s) => (s.selection?.kind === 'process' ? s.selection.pid : null));
  if (frame === null) return null;
  if (pid === null) return <p className="inspector-none">{t('none')}</p>;
  return <Inspector key={pid} pid={pid} frame={frame} words={words} acts={acts} veil={veil} />;
};
