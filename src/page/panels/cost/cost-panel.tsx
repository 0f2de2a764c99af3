import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { costPlot } from '../../../stage/cost-plot.ts';
import type { Drawing } from '../../../stage/shape.ts';
import type { Counted } from '../../../view/cost.ts';
import { Button } from '../../widgets/button.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { Select } from '../../widgets/select.tsx';
import { CostPlot, CostShown, SAVED } from './cost-figure.tsx';
import { useLockFigureWords } from './figure-words.ts';
import { CostTable } from './cost-table.tsx';
import { COUNTED_N, csvOf, seriesOf } from './series.ts';
import type { Measure } from './series.ts';

/** How far the axis can reach. */
const AXES = ['25', '50', '100'] as const;

interface CostPanelProps {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly counted: readonly Counted[];
  readonly total: number;
  /** The number of clients of the run on screen: there the reader looks first. */
  readonly clients: number;
  readonly onStart: () => void;
  readonly onCancel: () => void;
  readonly onSaveDrawing: (drawing: Drawing) => void;
  readonly onSaveText: (text: string) => void;
}

/** What each lock costs at every number of clients: counted on demand, against its formula. */
export const CostPanel = (props: CostPanelProps) => {
  const t = useTranslations('recipes.cost');
  const { status, counted, total, onStart, onCancel } = props;
  const [measure, setMeasure] = useState<Measure>('messages');
  const [shown, setShown] = useState<'plot' | 'table'>('plot');
  const [most, setMost] = useState<(typeof AXES)[number]>('25');
  const [chosen, setChosen] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const name = t('name');
  const { said, words } = useLockFigureWords(name);
  const format = useFormatter();
  const series = useMemo(
    () => seriesOf(counted, measure, (id) => t(`series.${id}`)),
    [counted, measure, t],
  );
  const axis = Number(most);
  const at = Math.max(1, Math.min(axis, hovered ?? chosen ?? (props.clients || 20)));
  const count = (value: number): string => format.number(value);
  const plot = (width: number, height: number, cursor: number | null): Drawing =>
    costPlot(series, {
      words,
      width,
      height,
      most: axis,
      at: cursor,
      count,
    });
  return (
    <section className="cost" aria-label={name}>
      <div className="cost-told">
        <h3>{name}</h3>
        <p>{t('text')}</p>
        <div className="row">
          {status === 'running' ? (
            <Button onPress={onCancel}>{t('cancel')}</Button>
          ) : (
            <Button kind="primary" onPress={onStart}>
              {t(counted.length === 0 ? 'start' : 'again')}
            </Button>
          )}
          <Button onPress={() => props.onSaveDrawing(plot(SAVED.width, SAVED.height, null))}>
            {t('saveSvg')}
          </Button>
          <Button onPress={() => props.onSaveText(csvOf(series, COUNTED_N))}>{t('saveCsv')}</Button>
        </div>
        {status === 'running' && (
          <Progress
            label={t('progress')}
            value={counted.length}
            max={total}
            text={t('progressText', { done: String(counted.length), total: String(total) })}
          />
        )}
        <div className="row">
          <CostShown words={said} value={shown} onChange={setShown} />
          <Select
            label={t('measure')}
            value={measure}
            options={(['messages', 'woken'] as const).map((id) => ({ id, label: t(id) }))}
            onChange={setMeasure}
          />
          {shown === 'plot' && (
            <Select
              label={t('most')}
              showLabel
              value={most}
              options={AXES.map((id) => ({ id, label: id }))}
              onChange={setMost}
            />
          )}
        </div>
        <p className="quiet-text">{t('growth')}</p>
      </div>
      {shown === 'table' ? (
        <CostTable series={series} at={at} numbers={COUNTED_N} words={said} />
      ) : (
        <CostPlot
          words={said}
          drawing={(width, height) => plot(width, height, at)}
          most={axis}
          at={at}
          onHover={setHovered}
          onChoose={setChosen}
        />
      )}
    </section>
  );
};
