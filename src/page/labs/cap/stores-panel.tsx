import type { CapDetail } from '../../../view/cap.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Meters } from './meters.tsx';
import { OpenQuestion } from './predict-panel.tsx';
import { useUnguessed, useUntold } from './predict.ts';
import { StoresTable } from './stores-table.tsx';
import { shownOutcome, usePlayedAnew, useStores } from './stores.ts';
import { Verdicts } from './verdicts.tsx';
import './stores-panel.css';

/** The five stores, and of the one on the stage the meters and the checkers' verdicts. */
export const StoresPanel = () => {
  const frame = useLabFrame<CapDetail>();
  const inLesson = useSim((s) => s.lesson !== null);
  const stores = useStores();
  const unguessed = useUnguessed();
  const untold = useUntold();
  usePlayedAnew(stores, !inLesson && frame !== null);
  if (frame === null) return null;
  const { detail, time } = frame;
  return (
    <div className="cap-panel">
      <StoresTable
        detail={detail}
        shown={shownOutcome(detail, time)}
        stores={stores}
        unguessed={unguessed}
        untold={untold}
      />
      {unguessed.size === 0 ? (
        <>
          <Meters detail={detail} />
          <Verdicts detail={detail} />
        </>
      ) : (
        <OpenQuestion />
      )}
    </div>
  );
};
