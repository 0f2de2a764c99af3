import { useMemo, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { costPlot, costScale } from '../../../stage/recipes/cost-plot.ts';
import type { Drawing } from '../../../stage/shape.ts';
import type { Counted } from '../../../view/cost.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { Button } from '../../widgets/button.tsx';
import { Either } from '../../widgets/either.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { Select } from '../../widgets/select.tsx';
import { Slider } from '../../widgets/slider.tsx';
import { useSaying } from '../../words/use-saying.ts';
import { CostTable } from './cost-table.tsx';
import { COUNTED_N, csvOf, seriesOf } from './series.ts';
import type { Measure } from './series.ts';
import './cost.css';

/** Drawn at least this wide and high, in drawing units; what is saved is as wide as this. */
const LEAST = { width: 300, height: 190 };
const SAVED = { width: 760, height: 420 };
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
  const words = useSaying('recipes.stage');
  const format = useFormatter();
  const series = useMemo(
    () =>
      seriesOf(counted, measure, (id) =>
        t(`series.${id as 'exclusive-lock' | 'parent-lock' | 'fair-lock'}`),
      ),
    [counted, measure, t],
  );
  const axis = Number(most);
  const at = Math.max(1, Math.min(axis, hovered ?? chosen ?? (props.clients || 20)));
  const count = (value: number): string => format.number(value);
  const plot = (width: number, height: number, cursor: number | null): Drawing =>
    costPlot(series, { words, width, height, most: axis, at: cursor, count });
  const name = t('name');
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
          <Shown value={shown} onChange={setShown} />
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
        <CostTable series={series} at={at} />
      ) : (
        <Plot
          label={name}
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

/** The plot and its twin, a table; what is looked at stays. */
const Shown = (props: { value: 'plot' | 'table'; onChange: (shown: 'plot' | 'table') => void }) => {
  const t = useTranslations('recipes.cost');
  return (
    <Either
      label={t('shown')}
      value={props.value}
      options={(['plot', 'table'] as const).map((id) => ({ id, label: t(id) }))}
      onChange={props.onChange}
    />
  );
};

const Plot = (props: {
  label: string;
  drawing: (width: number, height: number) => Drawing;
  most: number;
  at: number;
  onHover: (n: number | null) => void;
  onChoose: (n: number) => void;
}) => {
  const t = useTranslations('recipes.cost');
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const width = Math.max(LEAST.width, size.width);
  const height = Math.max(LEAST.height, Math.min(380, size.height - 40));
  return (
    <div className="cost-plot" ref={place}>
      {/* The figures are in the table and in the slider's value; the pointer only moves the line. */}
      <div
        onPointerMove={({ clientX, currentTarget }) => {
          const box = currentTarget.getBoundingClientRect();
          const n = costScale(width, props.most).invert(((clientX - box.left) / box.width) * width);
          props.onHover(Math.round(Math.max(1, Math.min(props.most, n))));
        }}
        onPointerLeave={() => props.onHover(null)}
      >
        {size.width > 0 && (
          <DrawingView drawing={props.drawing(width, height)} label={props.label} align="top" />
        )}
      </div>
      <Slider
        label={t('at')}
        value={props.at}
        min={1}
        max={props.most}
        text={t('atText', { n: props.at })}
        onChange={props.onChoose}
      />
    </div>
  );
};
