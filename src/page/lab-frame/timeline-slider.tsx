import { use, useLayoutEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { positionAt, timelineAxis } from '../../stage/time/timeline-axis.ts';
import { momentOfSigns, timelineSigns } from '../../stage/time/timeline-signs.ts';
import { timelineOver } from '../../stage/time/timeline.ts';
import { Shapes } from '../draw/shapes.tsx';
import { useNameOf } from '../panels/use-name-of.ts';
import { useFollowed } from '../sim/calm.ts';
import { useSim } from '../sim/store.ts';
import { letGo, seekTo, takeHold } from '../sim/seeking.ts';
import { useToldUntil, useVeiled } from '../sim/selectors.ts';
import { useStageWords } from '../words/stage-words.ts';
import { useMomentText } from '../words/zero.ts';
import { useSize } from '../browser/use-size.ts';
import { LabContext } from './descriptor.ts';
import { noteTimelinePlace } from './timeline-place.ts';
import './timeline-slider.css';

/** Steps of the keys on the slider, as fractions of nothing: whole events. */
const keyed = (key: string, position: number, length: number): number | null => {
  const page = Math.max(1, Math.round(length / 10));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return position + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return position - 1;
    case 'PageUp':
      return position + page;
    case 'PageDown':
      return position - page;
    case 'Home':
      return 0;
    case 'End':
      return length;
    default:
      return null;
  }
};

/** The run by its events, with its marks; can be dragged to any event. */
export const TimelineSlider = ({ height = 44 }: { height?: number }) => {
  const t = useTranslations('lab.transport');
  const say = useMomentText();
  const words = useStageWords();
  const place = useRef<HTMLDivElement>(null);
  const { width } = useSize(place);
  // Only what changes its width moves it; asked at each commit, the browser would lay out all at once.
  useLayoutEffect(() => noteTimelinePlace(place.current), [width]);
  useLayoutEffect(() => () => noteTimelinePlace(null), []);
  const { frame, marks } = useFollowed();
  const veiled = useVeiled();
  const toldUntil = useToldUntil();
  const whole = useSim((s) => s.recorded);
  const position = frame?.position ?? 0;
  const length = frame?.length ?? 0;
  const name = useNameOf();
  const axis = useMemo(() => timelineAxis(marks, { width, length }), [marks, width, length]);

  const instead = use(LabContext)?.useTimeline?.() ?? null;

  const go = (to: number): void => {
    instead?.leave?.();
    // An open question hides what lies ahead: the slider does not lead there either.
    void seekTo(Math.min(Math.max(to, 0), veiled ? position : length));
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    if (instead !== null) {
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      instead.press(at, { width, height });
      return;
    }
    go(positionAt(event.clientX - box.left, axis, length));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = keyed(event.key, position, length);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(to);
  };

  const own = width > 0 && instead === null && frame !== null;
  const told = useMemo(
    () => (toldUntil === Infinity ? marks : marks.filter((mark) => mark.time <= toldUntil)),
    [marks, toldUntil],
  );
  const at = momentOfSigns(told, { position, time: frame?.time ?? 0 }, veiled);
  // Hundreds of signs; where the playhead alone moves they stay as they are.
  const signs = useMemo(
    () =>
      own
        ? timelineSigns(told, {
            words,
            width,
            height,
            position: at.position,
            time: at.time,
            length,
            axis,
            name,
            veiled,
            whole,
          })
        : null,
    [own, told, words, width, height, at.position, at.time, length, axis, name, veiled, whole],
  );
  const drawing =
    instead !== null && width > 0
      ? instead.draw({ width, height })
      : signs !== null
        ? timelineOver(signs, { width, height, position, length, axis, veiled })
        : null;

  return (
    <div
      ref={place}
      className="timeline"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={t('timeline')}
      aria-valuemin={0}
      aria-valuemax={length}
      aria-valuenow={position}
      aria-valuetext={
        instead?.text ?? t('position', { position: String(position), time: say(frame?.time ?? 0) })
      }
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
        takeHold();
        drag(event);
      }}
      onPointerMove={(event) => {
        const drags = instead === null || instead.drags === true;
        if (drags && event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
      }}
      onLostPointerCapture={() => void letGo()}
    >
      {drawing !== null && (
        <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true">
          <Shapes shapes={drawing.shapes} />
        </svg>
      )}
    </div>
  );
};
