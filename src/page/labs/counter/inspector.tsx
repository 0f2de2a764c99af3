import { useTranslations } from 'use-intl';
import { Inspector } from '../../panels/inspector/inspector.tsx';
import { useCounterFrame, useSelectedPid, useVeil } from '../../sim/selectors.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { acts } from '../../lab-frame/acts.ts';

/** The selected caller or the server from inside. */
export const CounterInspector = () => {
  const view = useTranslations('lab.view');
  const words = useStageWords();
  const frame = useCounterFrame();
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
      open={['caller', 'counter']}
    />
  );
};
