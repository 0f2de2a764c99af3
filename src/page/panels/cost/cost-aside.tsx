import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { costAt, costPlot } from '../../../stage/cost-plot.ts';
import type { Counted } from '../../../view/cost.ts';
import { CostPlot, CostShown } from './cost-figure.tsx';
import { CostTable } from './cost-table.tsx';
import { useLockFigureWords } from './figure-words.ts';
import { seriesOf } from './series.ts';
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
          drawing={(width, height) =>
            costPlot(series, {
              words,
              width,
              height,
              most,
              at,
              count: (value) => format.number(value),
            })
          }
          most={most}
          at={at}
          onHover={setHovered}
          onChoose={setChosen}
        />
      )}
      {!veiled && ratio !== null && (
        <p className="cost-ratio">
          {t('times', {
            ratio: format.number(ratio, { maximumSignificantDigits: ratio < 1 ? 2 : 3 }),
          })}
        </p>
      )}
    </section>
  );
};
