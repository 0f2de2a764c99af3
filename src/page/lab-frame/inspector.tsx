import { useTranslations } from 'use-intl';
import type { Pid } from '../../view/time.ts';
import { Inspector } from '../panels/inspector/inspector.tsx';
import { useCalmFrame } from '../sim/calm.ts';
import { useSelectedPid, useVeil } from '../sim/selectors.ts';
import { useStageWords } from '../words/stage-words.ts';
import { acts } from './acts.ts';
import type { Inspection } from './descriptor.ts';
import { useLabShown } from './descriptor.ts';

/** The selected process from inside, in every lab. */
export const LabInspector = () => {
  const t = useTranslations('lab.view');
  const { inspector } = useLabShown();
  const frame = useCalmFrame();
  const pid = useSelectedPid();
  if (frame === null) return null;
  if (pid === null) return <p className="inspector-none">{t(inspector.nobody)}</p>;
  return <Inspected key={pid} pid={pid} />;
};

const NOTHING: Inspection = {};
const useNothing = (): Inspection => NOTHING;

const Inspected = ({ pid }: { pid: Pid }) => {
  const { inspector } = useLabShown();
  const words = useStageWords();
  const veil = useVeil();
  const frame = useCalmFrame();
  // The same one for as long as the lab is there.
  const { useInspection = useNothing } = inspector;
  const { values, deeds, why = null } = useInspection(pid);
  return frame === null ? null : (
    <Inspector
      pid={pid}
      frame={frame}
      words={words}
      acts={acts}
      veil={veil}
      why={why}
      deeds={deeds}
      machines={inspector.machines}
      open={inspector.open}
    >
      {values}
    </Inspector>
  );
};
