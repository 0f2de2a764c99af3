import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import { Slider } from '../../widgets/slider.tsx';
import type { Acts } from '../acts.ts';
import { useTimeText } from '../use-time-text.ts';
import './disk-sync.css';

/** Slider marks in ms: from a memory that calls itself a disk to one that is about to fail. */
const MARKS = [0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
/** A slider that still moves means nothing yet, ms. */
const SETTLED = 300;

const markOf = (us: number): number => {
  const at = MARKS.findIndex((mark) => mark * 1000 >= us);
  return at === -1 ? MARKS.length - 1 : at;
};

/** How long one sync of a process's disk takes from now on. */
export const DiskSync = (props: {
  pid: Pid;
  /** As set by hand, µs; null: as in the scenario. */
  now: number | null;
  acts: Pick<Acts, 'intervene'>;
}) => {
  const t = useTranslations('panels.faults');
  const say = useTimeText();
  const { pid, now, acts } = props;
  /** The slider where it is being moved to; null while it stands. */
  const [moved, setMoved] = useState<number | null>(null);
  const mark = moved ?? (now === null ? markOf(5000) : markOf(now));
  const set = useEffectEvent((): void => {
    if (moved === null) return;
    const us = Math.round((MARKS[moved] ?? 0) * 1000);
    void acts
      .intervene({ kind: 'disk-latency', pid, latency: { kind: 'fixed', us } })
      .then(() => setMoved(null));
  });
  useEffect(() => {
    if (moved === null) return;
    const timer = setTimeout(set, SETTLED);
    return () => clearTimeout(timer);
  }, [moved]);
  return (
    <div className="row disk-sync">
      <Slider
        label={t('diskSync')}
        value={mark}
        min={0}
        max={MARKS.length - 1}
        text={moved === null && now === null ? t('asSetUp') : say((MARKS[mark] ?? 0) * 1000)}
        onChange={setMoved}
      />
      {now !== null && (
        <Button
          kind="quiet"
          onPress={() => void acts.intervene({ kind: 'disk-latency', pid, latency: null })}
        >
          {t('resetSync')}
        </Button>
      )}
    </div>
  );
};
