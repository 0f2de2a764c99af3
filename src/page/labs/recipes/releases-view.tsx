import { useRef } from 'react';
import { releasesChart } from '../../../stage/recipes/releases.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { nameOf } from '../../panels/state-word.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSaying } from '../../words/use-saying.ts';
import './views.css';

/** How many each release has woken, and how many of those for nothing. */
export const ReleasesView = () => {
  const words = useSaying('recipes.stage');
  const frame = useLabFrame<RecipesDetail>();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  if (frame === null) return null;
  const { releases, clients } = frame.detail;
  const waiting = clients.filter(
    ({ line, grants, over }) => line !== null && !over && grants === 0,
  ).length;
  return (
    <div className="recipes-view" ref={place}>
      {size.width > 0 && (
        <DrawingView
          drawing={releasesChart(releases, {
            words,
            width: size.width,
            height: Math.max(112, size.height - 6),
            nameOf: (pid) => nameOf(frame, pid),
            toCome: waiting,
            unknown: clients.filter(({ wake }) => wake === 'woken').length,
          })}
          label={words.say('releases')}
          align="top"
        />
      )}
    </div>
  );
};
