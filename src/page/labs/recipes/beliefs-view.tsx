import { useEffect, useMemo, useRef, useState } from 'react';
import { callsChart } from '../../../stage/recipes/calls.ts';
import { beliefsChart } from '../../../stage/recipes/beliefs.ts';
import { kindOf, sceneOf } from '../../../stage/recipes/scene-of.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useMoves } from '../../draw/use-moves.ts';
import { useStageAction } from '../../lab-frame/stage/moving-stage.tsx';
import { playhead } from '../../sim/playhead.ts';
import { useLabFrame, useSelectedPid } from '../../sim/selectors.ts';
import { useSaying } from '../../words/use-saying.ts';
import './views.css';

/** A lane for each client: when it believed to hold something, and when it did; of a registry the calls. */
export const BeliefsView = () => {
  const words = useSaying('recipes.stage');
  const frame = useLabFrame<RecipesDetail>();
  const selected = useSelectedPid();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const onAction = useStageAction();
  const scene = useMemo(() => (frame === null ? null : sceneOf(frame, words)), [frame, words]);
  const [passed, setPassed] = useState(0);
  const served = scene !== null && kindOf(scene) === 'registry';
  const drawing = useMemo(() => {
    if (frame === null || scene === null || size.width === 0) return null;
    const { time: now, nextTime, detail } = frame;
    const height = Math.max(112, size.height - 6);
    // Only what is computed can have been reached: otherwise the run was sought or is another.
    const reached = passed <= (nextTime ?? passed) ? passed : now;
    const options = { words, width: size.width, height, now, reached, selected };
    return served
      ? callsChart(scene, detail.calls, options)
      : beliefsChart(scene.clients, detail.spans, options);
  }, [frame, scene, served, words, size.width, size.height, selected, passed]);
  const until = drawing?.until ?? Infinity;
  // Between two events the present may move on beyond the axis.
  useEffect(
    () =>
      playhead.follow((now) => {
        if (now > until) setPassed(now);
      }),
    [until],
  );
  useMoves(place, drawing?.moves ?? null);
  return (
    <div className="recipes-view" ref={place}>
      {drawing !== null && (
        <DrawingView
          drawing={drawing}
          label={words.say(served ? 'calls' : 'beliefs')}
          align="top"
          onAction={onAction}
        />
      )}
    </div>
  );
};
