import { useMemo, useRef } from 'react';
import { sessionFigure } from '../../../stage/recipes/session-figure.ts';
import type { RecipeSessionView } from '../../../view/recipes.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useMoves } from '../../draw/use-moves.ts';
import { playhead } from '../../sim/playhead.ts';
import { useSaying } from '../../words/use-saying.ts';

/** When a client was last heard of, and how its session runs down. */
export const SessionFigure = ({ session }: { session: RecipeSessionView }) => {
  const words = useSaying('recipes.stage');
  const place = useRef<HTMLDivElement>(null);
  const drawing = useMemo(() => sessionFigure(session, playhead.now(), words), [session, words]);
  useMoves(place, drawing.moves);
  return (
    <div className="session-figure" ref={place}>
      <DrawingView
        drawing={drawing}
        label={words.say('sessionFigure', {
          heard: words.time(session.touchedAt),
          ends: words.time(session.expiresAt),
        })}
      />
    </div>
  );
};
