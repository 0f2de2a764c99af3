import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ScenarioFile } from '../../../view/scenario.ts';
import { presentRun } from '../../share/open-run.ts';
import { StartAll } from '../../panels/faults/start-all.tsx';
import { RunUntil } from '../../panels/run/run-until.tsx';
import { setShowRoutine } from '../../sim/actions.ts';
import { useZooKeeperFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { acts } from '../../lab-frame/acts.ts';
import { ServerDisk } from './disk-sync.tsx';
import { useZooKeeperRules } from './rules.ts';
import { zookeeperUntil } from './until.ts';

const ZooKeeperSetup = lazy(async () => ({
  default: (await import('../../panels/zk-setup/zoo-keeper-setup.tsx')).ZooKeeperSetup,
}));

/** The free lab's reading column: what the run is made of, and how far to run it. */
export const ZooKeeperReading = () => {
  const t = useTranslations('lab');
  const until = useTranslations('zookeeper.until');
  const frame = useZooKeeperFrame();
  const server = useShownServer();
  const rules = useZooKeeperRules();
  const routine = useSim((s) => s.showRoutine);
  const [setup, setSetup] = useState<ScenarioFile | null>(null);
  if (frame === null) return null;
  const close = (): void => setSetup(null);
  return (
    <div className="free">
      <div className="row free-acts">
        <Button onPress={() => void presentRun().then(setSetup)}>{t('view.setup')}</Button>
        <StartAll frame={frame} acts={acts} />
      </div>
      <RunUntil kinds={zookeeperUntil(frame, server?.pid ?? null, until)} />
      {server !== null && <ServerDisk pid={server.pid} />}
      <Check label={t('transport.routine')} checked={routine} onChange={setShowRoutine} />
      {setup?.model === 'zookeeper' && (
        <Suspense fallback={<DialogComing />}>
          <ZooKeeperSetup
            present={setup}
            rules={rules}
            acts={acts}
            onOpened={close}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  );
};
