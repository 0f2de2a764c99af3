import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ToolSaying } from '../../../stage/paxos/tool-words.ts';
import type { Drawing } from '../../../stage/shape.ts';
import type { PolicyTimes } from '../../../view/study.ts';
import { studyCsv } from '../../../view/study-summary.ts';
import type { Micros } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Field } from '../../widgets/field.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { typedWhole } from '../set-up/typed.ts';
import { savedPlot, StudyPlot } from './study-plot.tsx';
import { StudyTable } from './study-table.tsx';
import './study.css';

const MOST_RUNS = 10_000;

/** How the measuring stands. */
export interface Study {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly times: readonly PolicyTimes[];
  readonly seed: number;
  /** What went wrong, in words. */
  readonly problem: string | null;
}

interface StudyDialogProps {
  readonly study: Study;
  readonly words: ToolSaying;
  readonly within: Micros;
  readonly onRun: (runs: number, seed: number) => void;
  readonly onCancel: () => void;
  readonly onSaveDrawing: (kind: 'svg' | 'png', drawing: Drawing) => void;
  readonly onSaveText: (text: string) => void;
  readonly onClose: () => void;
}

/** How long it takes until something is chosen, for each retry policy: measured, plotted, saved. */
export const StudyDialog = (props: StudyDialogProps) => {
  const t = useTranslations('paxosTools.study');
  const { study, words, within } = props;
  const [runs, setRuns] = useState('1000');
  const [seed, setSeed] = useState('1');
  const [cursor, setCursor] = useState<Micros | null>(null);
  const wanted = { runs: typedWhole(runs), seed: typedWhole(seed) };
  const runsFit = wanted.runs !== null && wanted.runs >= 1 && wanted.runs <= MOST_RUNS;
  const running = study.status === 'running';
  const progress = t('progressText', { done: String(study.done), total: String(study.total) });
  return (
    <Dialog title={t('title')} onClose={props.onClose} size="wide">
      <p>
        {t('text')} {t('within')}
      </p>
      <form
        className="study-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (runsFit && wanted.runs !== null && wanted.seed !== null) {
            props.onRun(wanted.runs, wanted.seed);
          }
        }}
      >
        <Field
          label={t('runs')}
          value={runs}
          inputMode="numeric"
          onChange={setRuns}
          error={runsFit ? null : t('wrongRuns', { most: String(MOST_RUNS) })}
        />
        <Field
          label={t('seed')}
          value={seed}
          inputMode="numeric"
          onChange={setSeed}
          error={wanted.seed === null ? t('wrongSeed') : null}
        />
        {running ? (
          <Button onPress={props.onCancel}>{t('cancel')}</Button>
        ) : (
          <button type="submit" className="btn btn-primary">
            {t('start')}
          </button>
        )}
      </form>
      {running && (
        <Progress label={t('progress')} value={study.done} max={study.total} text={progress} />
      )}
      <p role="status" className="study-status">
        {study.status === 'done' && t('done', { total: String(study.total) })}
        {study.status === 'cancelled' &&
          t('cancelled', { done: String(study.done), total: String(study.total) })}
        {study.problem}
      </p>
      {study.times.length > 0 && (
        <>
          <StudyPlot
            times={study.times}
            words={words}
            within={within}
            cursor={cursor}
            onCursor={setCursor}
          />
          <StudyTable times={study.times} words={words} cursor={cursor} />
          <div className="row">
            <Button onPress={() => props.onSaveText(studyCsv(study.times, study.seed))}>
              {t('csv')}
            </Button>
            {(['svg', 'png'] as const).map((kind) => (
              <Button
                key={kind}
                onPress={() => props.onSaveDrawing(kind, savedPlot(study.times, words, within))}
              >
                {t(kind)}
              </Button>
            ))}
          </div>
        </>
      )}
    </Dialog>
  );
};
