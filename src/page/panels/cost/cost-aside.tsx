import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { costAt, costPlot } from '../../../stage/cost-plot.ts';
import type { Drawing } from '../../../stage/shape.ts';
import type { Counted } from '../../../view/cost.ts';
import { Button } from '../../widgets/button.tsx';
import { CostPlot, CostShown, SAVED } from './cost-figure.tsx';
import { CostTable } from './cost-table.tsx';
import { useLockFigureWords } from './figure-words.ts';
import { COUNTED_N, csvOf, seriesOf } from './series.ts';
import type { ComparedId } from './series.ts';
import './cost.css';

/** How far the axis reaches: as far as the clients, and no shorter than this. */
const LEAST = 25;
const MOST = 100;
/** A table beside a drawing has room for so few. */
const ROWS: readonly number[] = [1, 3, 5, 10, 15, 20, 25, 50, 100];

/** What the lock on the stage costs, beside the one that a queue costs: a figure that stands beside it. */
export const CostAside = (props: {
  /** What is compared: the second is what the first is measured by. */
  readonly compared: readonly [ComparedId, ComparedId];
  readonly counted: readonly Counted[];
  readonly clients: number;
  /** A question asks what it shows. */
  readonly veiled: boolean;
  readonly onSaveDrawing: (drawing: Drawing) => void;
  readonly onSaveText: (text: string) => void;
}) => {
  const t = useTranslations('recipes.cost');
  const format = useFormatter();
  const { said, words } = useLockFigureWords(t('until'));
  const hidden = useTranslations('lab.transport');
  const { compared, counted, clients, veiled } = props;
  const [shown, setShown] = useState<'plot' | 'table'>('plot');
  const [chosen, setChosen] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const most = clients <= LEAST ? LEAST : MOST;
  const at = Math.max(1, Math.min(most, hovered ?? chosen ?? clients));
  const [first, second] = compared;
  const series = useMemo(
    () =>
      [first, second].flatMap((wanted) =>
        seriesOf(counted, 'messages', (id) => t(`series.${id}`)).filter(({ id }) => id === wanted),
      ),
    [counted, first, second, t],
  );
  const [one, other] = series.map((each) => costAt(each, at) ?? 0);
  const plot = (width: number, height: number, cursor: number | null): Drawing =>
    costPlot(series, {
      words,
      width,
      height,
      most,
      at: cursor,
      count: (value) => format.number(value),
    });
  const ratio = one === undefined || other === undefined || other === 0 ? null : one / other;
  return (
    <section className="cost-aside" aria-label={t('until')}>
      <header>
        <h3>{t('until')}</h3>
        <CostShown words={said} value={shown} onChange={setShown} />
      </header>
      {veiled ? (
        <p className="quiet-text">{hidden('veiled')}</p>
      ) : shown === 'table' ? (
        <CostTable series={series} at={at} numbers={ROWS} words={said} />
      ) : (
        <CostPlot
          words={said}
          drawing={(width, height) => plot(width, height, at)}
          most={most}
          at={at}
          onHover={setHovered}
          onChoose={setChosen}
        />
      )}
      {!veiled && (
        <footer>
          <Button
            kind="quiet"
            aria-label={t('saveSvg')}
            title={t('saveSvg')}
            onPress={() => props.onSaveDrawing(plot(SAVED.width, SAVED.height, at))}
          >
            SVG
          </Button>
          <Button
            kind="quiet"
            aria-label={t('saveCsv')}
            title={t('saveCsv')}
            onPress={() => props.onSaveText(csvOf(series, COUNTED_N))}
          >
            CSV
          </Button>
          {ratio !== null && (
            <p className="cost-ratio">
              {t('times', {
                ratio: format.number(ratio, { maximumSignificantDigits: ratio < 1 ? 2 : 3 }),
              })}
            </p>
          )}
        </footer>
      )}
    </section>
  );
};
