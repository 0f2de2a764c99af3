import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ScenarioFile } from '../../../view/scenario.ts';
import { presentRun } from '../../share/open-run.ts';
import { KillLeader } from '../../panels/faults/kill-leader.tsx';
import { StartAll } from '../../panels/faults/start-all.tsx';
import type { Frame } from '../../../view/frame.ts';
import { RunUntil } from '../../panels/run/run-until.tsx';
import { setShowRoutine } from '../../sim/actions.ts';
import { useElectionFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { acts } from '../../lab-frame/acts.ts';
import { useRules } from './rules.ts';
import { electionUntil } from './until.ts';
import { leaderOf } from './leader.ts';

const SetupPanel = lazy(async () => ({
  default: (await import('../../panels/setup/setup-panel.tsx')).SetupPanel,
}));

const Until = ({ frame }: { frame: Frame }) => (
  <RunUntil kinds={electionUntil(frame, useTranslations('panels.until'))} />
);

/** The free lab's reading column: what the run is made of, and how far to run it. */
export const ElectionReading = () => {
  const t = useTranslations('lab');
  const faults = useTranslations('panels.faults');
  const frame = useElectionFrame();
  const rules = useRules();
  const routine = useSim((s) => s.showRoutine);
  const [setup, setSetup] = useState<ScenarioFile | null>(null);
  if (frame === null) return null;
  const close = (): void => setSetup(null);
  return (
    <div className="free">
      <div className="row free-acts">
        <Button onPress={() => void presentRun().then(setSetup)}>{t('view.setup')}</Button>
        <div className="row" role="group" aria-label={faults('name')}>
          <StartAll frame={frame} acts={acts} />
          <KillLeader leader={leaderOf(frame)} acts={acts} />
        </div>
      </div>
      <Until frame={frame} />
      <Check label={t('transport.routine')} checked={routine} onChange={setShowRoutine} />
      {setup?.model === 'election' && (
        <Suspense fallback={<DialogComing />}>
          <SetupPanel present={setup} rules={rules} acts={acts} onOpened={close} onClose={close} />
        </Suspense>
      )}
    </div>
  );
};
