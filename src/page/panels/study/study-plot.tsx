import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { studyPlot, studyScale } from '../../../stage/paxos/study-plot.ts';
import type { Drawing } from '../../../stage/shape.ts';
import type { ToolSaying } from '../../../stage/paxos/tool-words.ts';
import type { PolicyTimes } from '../../../view/study.ts';
import type { Micros } from '../../../view/time.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useSize } from '../../browser/use-size.ts';
import { Slider } from '../../widgets/slider.tsx';

/** Places of the slider. */
const PLACES = 240;
/** Drawn for at least this width, in drawing units. */
const LEAST = 300;
/** Nobody reads finer ones. */
const wholeMs = (time: Micros): Micros => Math.round(time / 1000) * 1000;
/** What is saved is drawn as wide as this. */
const SAVED = 760;

/** The plot as it is saved: without the line that follows the pointer. */
export const savedPlot = (
  times: readonly PolicyTimes[],
  words: ToolSaying,
  within: Micros,
): Drawing => studyPlot(times, { words, width: SAVED, within });

/**
 * Decision times by policy. A line follows the pointer, or the slider below, and says how many runs
 * were decided by then.
 */
export const StudyPlot = (props: {
  times: readonly PolicyTimes[];
  words: ToolSaying;
  within: Micros;
  cursor: Micros | null;
  onCursor: (time: Micros | null) => void;
}) => {
  const t = useTranslations('paxosTools.study');
  const { times, words, within, cursor, onCursor } = props;
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [hovered, setHovered] = useState<Micros | null>(null);
  const width = Math.max(LEAST, size.width);
  const scale = useMemo(() => studyScale(times, { width, within }), [times, width, within]);
  const [left, right] = scale.range;
  const shown = hovered ?? cursor;
  const x = shown === null ? left : scale.x(Math.max(scale.domain[0], shown));
  return (
    <div className="study-plot">
      {/* The figures are in the table and in the slider's value; the pointer only moves the line. */}
      <div
        ref={place}
        onPointerMove={({ clientX, currentTarget }) => {
          const box = currentTarget.getBoundingClientRect();
          setHovered(wholeMs(scale.timeAt(((clientX - box.left) / box.width) * width)));
        }}
        onPointerLeave={() => setHovered(null)}
      >
        {size.width > 0 && (
          <DrawingView
            drawing={studyPlot(times, { words, width, within, cursor: shown })}
            label={t('plot')}
          />
        )}
      </div>
      <Slider
        label={t('by')}
        value={Math.round(((x - left) / (right - left)) * PLACES)}
        min={0}
        max={PLACES}
        text={words.time(shown ?? wholeMs(scale.domain[0]))}
        onChange={(at) => onCursor(wholeMs(scale.timeAt(left + (at / PLACES) * (right - left))))}
      />
    </div>
  );
};
