import { useEffect, useRef } from 'react';
import { panelDrawing } from '../../../stage/byzantine/panel.ts';
import { lookedAt } from '../../../stage/byzantine/who.ts';
import type { ByzantineDetail } from '../../../view/byzantine.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { offerBeside } from '../../draw/stage-source.ts';
import { useLabFrame, useSelectedPid, useVeil } from '../../sim/selectors.ts';
import { useSaying } from '../../words/use-saying.ts';
import { unfold, useLooked } from './looked.ts';

/** Drawing units across, so that what is read is as large as on the stage; for a room, larger. */
const WIDTH = 340;
const IN_ROOM = 322;
/** A tree that is unfolded far is as high as it is. */
const LEAST_HEIGHT = 300;
const MOST_SHRUNK = 1.25;

/** What one lieutenant holds (`beside`: beside the stage), whether IC1 and IC2 hold, and how many messages it took. */
export const PanelOfGeneral = ({ beside = false, clean = false }) => {
  const words = useSaying('byzantine.stage');
  const frame = useLabFrame<ByzantineDetail>();
  const selected = useSelectedPid();
  const veil = useVeil();
  const { open, eyes } = useLooked();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const general = frame === null ? null : lookedAt(frame.detail, eyes ?? selected);
  const width = clean ? IN_ROOM : WIDTH;
  const height =
    size.width === 0 ? LEAST_HEIGHT : Math.max(LEAST_HEIGHT, (size.height * width) / size.width);
  const drawing =
    frame === null || general === null
      ? null
      : panelDrawing(frame.detail, general, {
          words,
          width,
          height,
          open,
          veil,
          alone: eyes !== null,
        });
  // In a saved picture it stands beside the stage, too.
  useEffect(() => (beside && drawing !== null ? offerBeside(() => drawing) : undefined));
  // A little too high, it is drawn smaller; far too high, it is scrolled.
  const fits = drawing !== null && drawing.height <= MOST_SHRUNK * height;
  return (
    <div className={`byzantine-panel-drawing ${fits ? 'fits' : ''}`.trim()} ref={place}>
      {drawing !== null && general !== null && (
        <DrawingView
          drawing={drawing}
          label={words.say('panel.name', { name: general.name })}
          align="top"
          onAction={(action) => {
            if ('choice' in action) unfold(action.choice);
          }}
        />
      )}
    </div>
  );
};
