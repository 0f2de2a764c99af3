import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { costPlot } from '../../../stage/cost-plot.ts';
import type { Drawing } from '../../../stage/shape.ts';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import { CostPlot, CostShown } from '../../panels/cost/cost-figure.tsx';
import type { FigureWords } from '../../panels/cost/cost-figure.tsx';
import { CostTable } from '../../panels/cost/cost-table.tsx';
import { csvOf } from '../../panels/cost/series.ts';
import { download } from '../../share/download.ts';
import { problem } from '../../share/problem.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { cancelTask, startTask, useTasks } from '../../sim/tasks.ts';
import { Button } from '../../widgets/button.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { Select } from '../../widgets/select.tsx';
import { COUNTED, countedPairs, seriesOf } from './counts.ts';

const NAME = 'zooscope-generals';
/** What is saved is so large, in drawing units. */
const SAVED = { width: 760, height: 420 };
const MOST = 10;
const LEAST = 3;
const UP_TO = ['1', '2', '3'] as const;

const saveDrawing = async (drawing: Drawing): Promise<void> => {
  try {
    const { svgFile } = await import('../../share/picture.ts');
    download(`${NAME}.svg`, new Blob([svgFile(drawing)], { type: 'image/svg+xml' }));
  } catch (error) {
    useSim.setState({ problem: problem('export-failed', { detail: String(error) }) });
  }
};

/** How many messages one decision takes, at each number of generals and of rounds. */
export const CountsView = () => {
  const t = useTranslations('byzantine.counts');
  const format = useFormatter();
  const task = useTasks((s) => s.counts);
  const frame = useLabFrame<ByzantineDetail>();
  const [shown, setShown] = useState<'plot' | 'table'>('plot');
  const [upTo, setUpTo] = useState<(typeof UP_TO)[number]>('2');
  const [chosen, setChosen] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const counted = useMemo(() => task.result ?? task.progress?.counted ?? [], [task]);
  const series = useMemo(
    () => seriesOf(counted, Number(upTo), (id) => t(`series.${id}`)),
    [counted, upTo, t],
  );
  const here = frame?.detail.generals.length ?? MOST;
  const at = Math.max(LEAST, Math.min(MOST, hovered ?? chosen ?? here));
  const said: FigureWords = {
    name: t('name'),
    shown: t('shown'),
    plot: t('plot'),
    table: t('table'),
    at: t('at'),
    atText: (n) => t('atText', { n }),
    none: t('none'),
    byFormula: (value) => t('byFormula', { value }),
  };
  const plot = (width: number, height: number, cursor: number | null): Drawing =>
    costPlot(series, {
      words: { atN: (n) => `n = ${n}`, counted: t('counted'), formula: t('formula') },
      width,
      height,
      most: MOST,
      least: LEAST,
      at: cursor,
      count: (value) => format.number(value),
    });
  return (
    <section className="cost" aria-label={said.name}>
      <div className="cost-told">
        <h3>{said.name}</h3>
        <p>{t('text')}</p>
        <div className="row">
          {task.status === 'running' ? (
            <Button onPress={() => cancelTask('counts')}>{t('cancel')}</Button>
          ) : (
            <Button kind="primary" onPress={() => startTask('counts', { pairs: countedPairs })}>
              {t(counted.length === 0 ? 'start' : 'again')}
            </Button>
          )}
          <Button onPress={() => void saveDrawing(plot(SAVED.width, SAVED.height, null))}>
            {t('saveSvg')}
          </Button>
          <Button
            onPress={() =>
              download(`${NAME}.csv`, new Blob([csvOf(series, COUNTED, 'n')], { type: 'text/csv' }))
            }
          >
            {t('saveCsv')}
          </Button>
        </div>
        {task.status === 'running' && (
          <Progress
            label={t('progress')}
            value={counted.length}
            max={countedPairs.length}
            text={t('progressText', {
              done: String(counted.length),
              total: String(countedPairs.length),
            })}
          />
        )}
        <div className="row">
          <CostShown words={said} value={shown} onChange={setShown} />
          <Select
            label={t('most')}
            showLabel
            value={upTo}
            options={UP_TO.map((id) => ({ id, label: `m = ${id}` }))}
            onChange={setUpTo}
          />
        </div>
        <p className="quiet-text">
          {t('formulaOral')}
          <br />
          {t('formulaSigned')}
        </p>
      </div>
      {shown === 'table' ? (
        <CostTable series={series} at={at} numbers={COUNTED} words={said} />
      ) : (
        <CostPlot
          words={said}
          drawing={(width, height) => plot(width, height, at)}
          most={MOST}
          least={LEAST}
          at={at}
          onHover={setHovered}
          onChoose={setChosen}
        />
      )}
    </section>
  );
};
