import type { ElectionDetail } from '../../../view/election.ts';
import { firstAndLast } from '../../../stage/two-sets.ts';
import type { TwoSets } from '../../../view/exhibit.ts';
import { MajoritiesPanel } from '../../panels/majorities/majorities-panel.tsx';
import { setExhibit } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useEnsembleSizes } from '../../sim/use-answers.ts';
import { useStageWords } from '../../words/stage-words.ts';
import { LIMITS } from '../../../view/limits.ts';

const NOBODY: TwoSets = { a: [], b: [] };

/** Majorities of the ensemble at hand, until a lesson or the reader takes another size. */
export const Majorities = () => {
  const words = useStageWords();
  const sizes = useEnsembleSizes();
  const voters = useLabFrame<ElectionDetail>()?.detail.voters.length ?? 1;
  const exhibit = useSim((s) => (s.exhibit?.kind === 'majorities' ? s.exhibit : null));
  const servers = exhibit?.servers ?? Math.min(voters, LIMITS.shownServers);
  const size = sizes?.find((one) => one.servers === servers);
  const usual = size === undefined ? NOBODY : firstAndLast(size);
  return (
    <MajoritiesPanel
      words={words}
      sizes={sizes}
      servers={servers}
      sets={exhibit?.sets ?? usual}
      onServers={(count) => setExhibit({ kind: 'majorities', servers: count })}
      onSets={(sets) => setExhibit({ kind: 'majorities', servers, sets })}
    />
  );
};
