import type { Pid } from '../../view/time.ts';
import { Inspector } from '../panels/inspector/inspector.tsx';
import { useCalmFrame } from '../sim/calm.ts';
import { useVeil } from '../sim/selectors.ts';
import { useStageWords } from '../words/stage-words.ts';
import { acts } from './acts.ts';
import type { Inspection } from './descriptor.ts';
import { useLabShown } from './descriptor.ts';

const NOTHING: Inspection = {};
const useNothing = (): Inspection => NOTHING;

/** A process from inside, in every lab. */
export const Inspected = ({ pid }: { pid: Pid }) => {
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
