import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ByzantineSetup } from '../../../view/byzantine-setup.ts';
import { cancelTask, startTask, useTasks } from '../../sim/tasks.ts';
import { useVeiled } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Button } from '../../widgets/button.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { Select } from '../../widgets/select.tsx';
import { playSetup } from './runs.ts';

const TRIES = ['100', '1000', '10000'] as const;

/** Lies drawn at random, so many of them; the worst that was found can be played. */
export const LieSearch = ({ setup }: { setup: ByzantineSetup }) => {
  const t = useTranslations('byzantine.search');
  const task = useTasks((s) => s.lies);
  const run = useSim((s) => s.run);
  const veiled = useVeiled();
  const [tries, setTries] = useState<(typeof TRIES)[number]>('1000');
  const found = task.result ?? task.progress;
  // It is told of the set-up that it was asked about.
  const mine = task.asked !== null && sameCast(task.asked.setup, setup);
  // While something is asked about these generals, what a search finds would answer it.
  const known = mine && !veiled ? found : null;
  const start = (): void =>
    startTask('lies', {
      setup: { ...setup, lies: [] },
      traitors: Math.max(1, setup.traitors?.length ?? 0),
      tries: Number(tries),
      seed: run + 1,
    });
  const worst = known?.worst ?? null;
  return (
    <section className="byzantine-view lie-search" aria-label={t('name')}>
      <p>{t('text')}</p>
      <div className="row">
        <Select
          label={t('tries')}
          showLabel
          value={tries}
          options={TRIES.map((id) => ({ id, label: t('count', { count: Number(id) }) }))}
          onChange={setTries}
        />
        {task.status === 'running' ? (
          <Button onPress={() => cancelTask('lies')}>{t('cancel')}</Button>
        ) : (
          <Button kind="primary" disabledReason={veiled ? t('veiled') : null} onPress={start}>
            {t('start')}
          </Button>
        )}
      </div>
      {task.status === 'running' && (
        <Progress
          label={t('progress')}
          value={known?.tried ?? 0}
          max={task.asked?.tries ?? 1}
          text={t('tried', { tried: known?.tried ?? 0 })}
        />
      )}
      {known !== null && (
        <p role="status">
          {t(known.broken === 0 ? 'noneBroke' : 'someBroke', {
            tried: known.tried,
            broken: known.broken,
          })}
          {task.status === 'done' && known.complete ? ` ${t('complete')}` : ''}
        </p>
      )}
      {worst !== null && (
        <div className="row">
          <span>
            {t('worst', {
              disagree: worst.disagree,
              which: worst.outcome.ic1 ? 'IC2' : 'IC1',
            })}
          </span>
          <Button onPress={() => void playSetup(worst.setup)}>{t('playWorst')}</Button>
        </div>
      )}
    </section>
  );
};

const sameCast = (one: ByzantineSetup, other: ByzantineSetup): boolean => {
  const cast = ({
    generals: count,
    rounds,
    commander,
    traitors,
    values,
    order,
    tie,
    signed,
  }: ByzantineSetup) =>
    JSON.stringify([count, rounds, commander, traitors, values, order, tie, signed]);
  return cast(one) === cast(other);
};
