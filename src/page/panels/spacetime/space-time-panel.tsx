import { memo, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import { eventPlaces } from '../../../stage/time/spacetime-events.ts';
import { spacetimeRoom } from '../../../stage/time/spacetime-room.ts';
import { spacetimeMoves, spacetimeParts } from '../../../stage/time/spacetime.ts';
import type { Action } from '../../../stage/shape.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { StepRecord } from '../../../view/fact.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useSize } from '../../browser/use-size.ts';
import { useCalmMarks, useHurried } from '../../sim/calm.ts';
import type { Acts } from '../acts.ts';
import { useRecorded } from '../history/use-records.ts';
import { aroundBusy } from '../history/busy.ts';
import { EventTip } from './event-tip.tsx';
import { positionOf, stepAt } from './lit.ts';
import { nextEvent } from './rove.ts';
import { SpaceTimeTools, spanOf } from './space-time-tools.tsx';
import { useDrawn } from './use-drawn.ts';
import { useScroll } from './use-scroll.ts';
import { useTelling } from './use-telling.ts';
import './spacetime.css';

/** Steps fetched before and after the present one, pings of quiet stretches not counted. */
const BEFORE = 600;
const AFTER = 400;
/** Of so many steps each is drawn by itself, however fast they go by. */
const FEW = 150;
/** Drawn at least this large, in drawing units. */
const LEAST = { width: 300, height: 120 };

interface SpaceTimePanelProps {
  frame: Frame;
  words: StageWords;
  /** The process whose lane is lit. */
  selected: Pid | null;
  selectedMessage: number | null;
  routine: boolean;
  hideFuture: boolean;
  /** Nor is what has happened after this drawn, though it is past. */
  toldUntil?: Micros;
  /** What stands beside the lanes' names; the same function while nothing else is hidden. */
  notesOf: (frame: Frame) => LaneNotes;
  /** A typical message's way, µs: how far the diagram is spread at first. */
  pace: number;
  /** From which moment times are counted. */
  zero: Micros;
  acts: Acts;
}

/** The run in time, following the playhead; an event that is looked at lights its causes. */
export const SpaceTimePanel = ({ toldUntil = Infinity, frame, ...shown }: SpaceTimePanelProps) => {
  const { hideFuture, routine, acts } = shown;
  const { branch, position, length } = frame;
  const end = hideFuture ? position : length;
  const marks = useCalmMarks();
  const stretch = aroundBusy(marks, position, end, BEFORE, AFTER);
  const known = useRecorded(acts.send, { branch, all: routine, ...stretch });
  const told = useMemo(
    () =>
      toldUntil === Infinity
        ? known.records
        : known.records.filter(({ time }) => time <= toldUntil),
    [known.records, toldUntil],
  );
  const drawn = useDrawn(frame, told, known.whole);
  return <Diagram {...shown} frame={drawn.frame} records={drawn.records} />;
};

type DiagramProps = Omit<SpaceTimePanelProps, 'toldUntil' | 'routine'> & {
  /** What has happened round the frame. */
  records: readonly StepRecord[];
};

/** A frame comes before what has led to it is known: until then nothing of this is drawn again. */
const Diagram = memo((props: DiagramProps) => {
  const t = useTranslations('panels.spaceTime');
  const { words, selected, selectedMessage, hideFuture, notesOf, pace, zero, acts } = props;
  const { frame, records } = props;
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [scale, setScale] = useState<number | null>(null);
  const [lit, setLit] = useState<number | null>(null);
  const [future, setFuture] = useState(false);
  /** When, after that frame, the wait that lasts became a pleat: from then on the axis is another. */
  const [folded, setFolded] = useState<{ frame: Frame; now: Micros } | null>(null);
  const tell = useTelling();
  const notes = useMemo(() => notesOf(frame), [notesOf, frame]);
  const now = folded?.frame === frame ? folded.now : frame.time;
  const coarse = useHurried() && records.length > FEW;
  const room = useMemo(
    () =>
      size.width === 0
        ? null
        : spacetimeRoom(records, frame, {
            width: Math.max(size.width, LEAST.width),
            height: Math.max(size.height, LEAST.height),
            pace,
            scale,
            now,
            hideFuture,
            zero,
          }),
    [records, frame, size, pace, scale, now, hideFuture, zero],
  );
  const { seen, scroller, showStep, onScroll, drawn } = useScroll(
    room,
    // Of a run that is hurried by, time would run ahead of what is drawn.
    coarse,
    (time, visible) =>
      room === null ? [] : spacetimeMoves(frame, room, time, words, { visible, coarse }),
    (time) => {
      // Where this frame is no longer the newest, it is not known that nothing has happened since.
      if (frame.nextTime === null || time <= frame.nextTime) setFolded({ frame, now: time });
    },
  );
  const parts = useMemo(
    () =>
      room === null
        ? null
        : spacetimeParts(records, frame, room, {
            words,
            seen,
            selected,
            selectedMessage,
            highlight: lit,
            future,
            hideFuture,
            coarse,
            notes,
            tell,
            tabStop: lit,
          }),
    [
      records,
      frame,
      room,
      words,
      seen,
      selected,
      selectedMessage,
      lit,
      future,
      hideFuture,
      coarse,
      notes,
      tell,
    ],
  );

  const onDrawn = useEffectEvent(drawn);
  useLayoutEffect(() => onDrawn(), [parts]);

  const onAction = (action: Action): void => {
    const position = positionOf(action);
    if (position !== null) void acts.seek(position);
    else if ('select' in action) acts.select({ kind: 'process', pid: action.select });
    else if ('message' in action) acts.select({ kind: 'message', id: action.message });
  };
  const onKey = (event: KeyboardEvent): void => {
    const at = stepAt(event.target);
    if (at === null || room === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const events = eventPlaces(records, room, hideFuture ? room.now : Infinity);
    const next = nextEvent(events, at, event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    showStep(next);
    setLit(next.step);
  };
  const looked = lit === null ? undefined : records.find(({ step }) => step === lit);
  return (
    <section className="spacetime-panel" aria-label={t('name')}>
      {/* Events of the diagram are buttons; this only notices which one is looked at. */}
      <div
        ref={place}
        className="spacetime-place"
        onPointerOver={(event) => setLit(stepAt(event.target))}
        onPointerLeave={() => setLit(null)}
        onFocus={(event) => setLit(stepAt(event.target))}
        onBlur={() => setLit(null)}
      >
        {parts !== null && (
          <>
            <div className="spacetime-heads" style={{ width: parts.heads.width }}>
              <DrawingView drawing={parts.heads} label={t('lanes')} onAction={onAction} />
            </div>
            <div ref={scroller} className="spacetime-lanes" onScroll={onScroll}>
              <div style={{ width: parts.lanes.width, height: parts.lanes.height }}>
                <DrawingView
                  drawing={parts.lanes}
                  label={t('name')}
                  onAction={onAction}
                  onKey={onKey}
                />
              </div>
            </div>
          </>
        )}
      </div>
      {looked !== undefined && (
        <EventTip
          place={place}
          step={looked.step}
          time={words.time(looked.time)}
          text={tell(looked)}
        />
      )}
      <SpaceTimeTools
        scale={room?.axis.scale ?? null}
        span={room === null ? null : spanOf(room)}
        fitted={scale === null}
        onScale={setScale}
        future={future}
        onFuture={setFuture}
      />
    </section>
  );
});
