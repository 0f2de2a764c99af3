import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '../../../stage/shape.ts';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import { spacetime } from '../../../stage/spacetime.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useSize } from '../../lab/use-size.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import type { Acts } from '../acts.ts';
import { useRecords } from '../history/use-records.ts';
import { around } from '../history/window.ts';
import { useTimeText } from '../use-time-text.ts';
import { positionOf, stepAt } from './lit.ts';
import { firstSpan, spanAround, SPANS } from './span.ts';
import './spacetime.css';

/** Steps fetched before and after the present one. */
const BEFORE = 600;
const AFTER = 400;
/** Drawn at least this large, in drawing units. */
const LEAST = { width: 300, height: 120 };

interface SpaceTimePanelProps {
  frame: Frame;
  words: StageWords;
  /** The process whose lane is marked. */
  selected: Pid | null;
  routine: boolean;
  hideFuture: boolean;
  /** What stands beside the lanes' names. */
  notes: LaneNotes;
  /** Virtual µs in a second at speed 1: chooses the first stretch. */
  pace: number;
  acts: Acts;
}

/** The run in time, following the playhead; an event under the pointer lights its causes. */
export const SpaceTimePanel = (props: SpaceTimePanelProps) => {
  const t = useTranslations('panels.spaceTime');
  const say = useTimeText();
  const { frame, words, selected, routine, hideFuture, notes, pace, acts } = props;
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [choice, setChoice] = useState(() => firstSpan(pace));
  const [lit, setLit] = useState<number | null>(null);
  const [future, setFuture] = useState(false);

  const end = hideFuture ? frame.position : frame.length;
  const stretch = around(frame.position, end, BEFORE, AFTER);
  const records = useRecords(acts.send, { branch: frame.branch, all: routine, ...stretch });
  const span = SPANS[choice] ?? 20_000;
  const drawing = useMemo(
    () =>
      size.width === 0
        ? null
        : spacetime(records, frame, {
            words,
            width: Math.max(size.width, LEAST.width),
            height: Math.max(size.height, LEAST.height),
            window: spanAround(frame.time, span),
            selected,
            highlight: lit,
            future,
            hideFuture,
            notes,
          }),
    [records, frame, words, size, span, selected, lit, future, hideFuture, notes],
  );

  const onAction = (action: Action): void => {
    const position = positionOf(action);
    if (position !== null) void acts.seek(position);
    else if ('select' in action) acts.select({ kind: 'process', pid: action.select });
    else if ('message' in action) acts.select({ kind: 'message', id: action.message });
  };
  return (
    <section className="spacetime-panel" aria-label={t('name')}>
      {/* Events of the diagram are buttons; this only notices which one is under the pointer. */}
      <div
        ref={place}
        className="spacetime-place"
        onPointerOver={(event) => setLit(stepAt(event.target))}
        onPointerLeave={() => setLit(null)}
        onFocus={(event) => setLit(stepAt(event.target))}
        onBlur={() => setLit(null)}
      >
        {drawing !== null && (
          <DrawingView drawing={drawing} label={t('name')} onAction={onAction} />
        )}
      </div>
      <div className="row spacetime-tools">
        <Button
          kind="icon"
          aria-label={t('closer')}
          title={t('closer')}
          onPress={() => setChoice(Math.max(0, choice - 1))}
        >
          −
        </Button>
        <span>{t('span', { span: say(span) })}</span>
        <Button
          kind="icon"
          aria-label={t('wider')}
          title={t('wider')}
          onPress={() => setChoice(Math.min(SPANS.length - 1, choice + 1))}
        >
          +
        </Button>
        <Check label={t('future')} checked={future} onChange={setFuture} />
      </div>
    </section>
  );
};
