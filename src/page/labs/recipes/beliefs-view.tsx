import { useMemo, useRef } from 'react';
import { beliefsChart } from '../../../stage/recipes/beliefs.ts';
import { sceneOf } from '../../../stage/recipes/scene-of.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useStageAction } from '../../lab-frame/stage/moving-stage.tsx';
import { useLabFrame, useSelectedPid } from '../../sim/selectors.ts';
import { useSaying } from '../../words/use-saying.ts';
import './views.css';

/** A lane for each client: when it believed to hold something, and when it did. */
export const BeliefsView = () => {
  const words = useSaying('recipes.stage');
  const frame = useLabFrame<RecipesDetail>();
  const selected = useSelectedPid();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const onAction = useStageAction();
  const scene = useMemo(() => (frame === null ? null : sceneOf(frame, words)), [frame, words]);
  return (
    <div className="recipes-view" ref={place}>
      {frame !== null && scene !== null && size.width > 0 && (
        <DrawingView
          drawing={beliefsChart(scene.clients, frame.detail.spans, {
            words,
            width: size.width,
            height: Math.max(112, size.height - 6),
            now: frame.time,
            selected,
          })}
          label={words.say('beliefs')}
          align="top"
          onAction={onAction}
        />
      )}
    </div>
  );
};
