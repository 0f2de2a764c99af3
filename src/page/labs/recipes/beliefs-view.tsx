import { useMemo, useRef } from 'react';
import { callsChart } from '../../../stage/recipes/calls.ts';
import { beliefsChart } from '../../../stage/recipes/beliefs.ts';
import { kindOf, sceneOf } from '../../../stage/recipes/scene-of.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useMoves } from '../../draw/use-moves.ts';
import { useStageAction } from '../../lab-frame/stage/moving-stage.tsx';
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
  const served = scene !== null && kindOf(scene) === 'registry';
  const drawing = useMemo(() => {
    if (frame === null || scene === null || size.width === 0) return null;
    const { time: now, detail } = frame;
    const height = Math.max(112, size.height - 6);
    const options = { words, width: size.width, height, now, selected };
    return served
      ? callsChart(scene, detail.calls, options)
      : beliefsChart(scene.clients, detail.spans, options);
  }, [frame, scene, served, words, size.width, size.height, selected]);
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
