import { useRef } from 'react';
import { requestsChart } from '../../../stage/cap/requests.ts';
import type { CapDetail } from '../../../view/cap.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useStageAction } from '../../lab-frame/stage/moving-stage.tsx';
import { useTimelinePlace } from '../../lab-frame/timeline-place.ts';
import { nameOf } from '../../panels/state-word.ts';
import { useLabFrame, useSelectedPid } from '../../sim/selectors.ts';
import { useSaying } from '../../words/use-saying.ts';
import { useUnguessed } from './predict.ts';
import { useCap } from './state.ts';
import { checkedOf, litOf } from './verdicts.tsx';
import './views.css';

/** Least room for the lanes; with less they do not stand under the timeline. */
const LEAST = 280;

/** From where to where the lanes run, so that they stand under the timeline; null where they cannot. */
const useLanes = (width: number): readonly [number, number] | null => {
  const timeline = useTimelinePlace((s) => s.place);
  if (timeline === null || timeline.width < LEAST) return null;
  // Both reach from the dock's left edge.
  const { inset } = timeline;
  return inset < 60 || inset + timeline.width > width ? null : [inset, inset + timeline.width];
};

/** A lane for each client with what became of its requests; those that cannot be ordered are lit. */
export const RequestsView = () => {
  const words = useSaying('cap.stage');
  const frame = useLabFrame<CapDetail>();
  const selected = useSelectedPid();
  const checked = useCap((s) => s.checked);
  const unguessed = useUnguessed();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const onAction = useStageAction();
  const lanes = useLanes(size.width);
  return (
    <div className="cap-view" ref={place}>
      {frame !== null && size.width > 0 && (
        <DrawingView
          drawing={requestsChart(frame.detail, {
            words,
            width: size.width,
            ...(lanes === null ? {} : { lanes }),
            height: Math.max(112, size.height - 6),
            now: frame.time,
            selected,
            unguessed,
            lit: unguessed.size > 0 ? [] : litOf(checkedOf(frame.detail, checked)?.witness ?? null),
            nameOf: (pid) => nameOf(frame, pid),
          })}
          label={words.say('requests')}
          align="top"
          onAction={onAction}
        />
      )}
    </div>
  );
};
