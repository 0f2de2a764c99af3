import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { capacityPlots } from '../../../stage/zookeeper/capacity.ts';
import type { Capacity } from '../../../view/capacity.ts';
import type { Micros } from '../../../view/time.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { useSaying } from '../../words/use-saying.ts';
import './capacity.css';

/** Drawn at least this wide, in drawing units. */
const LEAST = 300;

interface CapacityPanelProps {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly measured: readonly Capacity[];
  readonly total: number;
  readonly time: (us: Micros) => string;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** What ensembles of one to nine servers carry: measured on demand, plotted, and as a table. */
export const CapacityPanel = (props: CapacityPanelProps) => {
  const t = useTranslations('zookeeper.capacity');
  const { status, measured, total, time, onStart, onCancel } = props;
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [asTable, setAsTable] = useState(false);
  const { say } = useSaying('zookeeper.capacity.plot');
  const width = Math.max(LEAST, size.width);
  const found = measured.length > 0;
  // How it was measured is read before; what came of it has its place afterwards.
  const how = <p>{t('text')}</p>;
  return (
    <section className="capacity" aria-label={t('name')}>
      <div className="row capacity-head">
        <h3>{t('name')}</h3>
        {found && <Check label={t('asTable')} checked={asTable} onChange={setAsTable} />}
        {status === 'running' ? (
          <Button onPress={onCancel}>{t('cancel')}</Button>
        ) : (
          <Button kind={found ? 'plain' : 'primary'} onPress={onStart}>
            {t(found ? 'again' : 'start')}
          </Button>
        )}
      </div>
      {!found && how}
      {status === 'running' && (
        <Progress
          label={t('progress')}
          value={measured.length}
          max={total}
          text={t('progressText', { done: String(measured.length), total: String(total) })}
        />
      )}
      <div ref={place} className="capacity-place">
        {size.width > 0 && found && !asTable && (
          <>
            <DrawingView
              drawing={capacityPlots(measured, { say, width })}
              label={t('name')}
              align="top"
            />
            <p className="quiet-text">{t('legend')}</p>
          </>
        )}
        {found && asTable && <CapacityTable measured={measured} time={time} />}
      </div>
      {status === 'done' && <p>{t('moral')}</p>}
      {found && how}
    </section>
  );
};

const CapacityTable = (props: Pick<CapacityPanelProps, 'measured' | 'time'>) => {
  const t = useTranslations('zookeeper.capacity');
  const format = useFormatter();
  return (
    <table className="capacity-table">
      <thead>
        <tr>
          {(
            ['voters', 'observers', 'plot.reads', 'plot.writes', 'wait', 'plot.packets'] as const
          ).map((key) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.measured.map(({ voters, observers, reads, writes, wait, packets }) => (
          <tr key={`${voters}+${observers}`}>
            <th scope="row">{voters}</th>
            <td>{observers}</td>
            <td>{format.number(reads)}</td>
            <td>{format.number(writes)}</td>
            <td>{props.time(wait)}</td>
            <td>{format.number(packets)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
