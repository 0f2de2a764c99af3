import { useTranslations } from 'use-intl';
import { Inspector } from '../../panels/inspector/Inspector.tsx';
import { useSelectedPid, useVeil, useZooKeeperFrame } from '../../sim/selectors.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { acts } from '../acts.ts';

/** The selected server or client from inside. */
export const ZooKeeperInspector = () => {
  const view = useTranslations('lab.view');
  const words = useStageWords();
  const frame = useZooKeeperFrame();
  const veil = useVeil();
  const pid = useSelectedPid();
  if (frame === null) return null;
  if (pid === null) return <p className="inspector-none">{view('nobody')}</p>;
  return (
    <Inspector
      key={pid}
      pid={pid}
      frame={frame}
      words={words}
      acts={acts}
      veil={veil}
      why={null}
      open={['server', 'handle']}
    />
  );
};
