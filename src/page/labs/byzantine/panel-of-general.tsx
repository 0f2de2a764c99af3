import { useEffect, useLayoutEffect, useRef } from 'react';
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
const IN_ROOM = { least: 270, most: 322 };
/** The least text of a drawing, in its units, and how much of a room's height it must have. */
const LEAST_TEXT = 12;
const READABLE = 0.0222;
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
  const readable = (size.width * LEAST_TEXT) / (READABLE * innerHeight);
  const inRoom = Math.max(IN_ROOM.least, Math.min(IN_ROOM.most, readable));
  const width = clean ? Math.floor(inRoom) : WIDTH;
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
  // In a room small texts are enlarged by the scale of their drawing, and this one has its own.
  useLayoutEffect(() => {
    if (size.width > 0) place.current?.style.setProperty('--drawn', String(size.width / width));
  }, [size.width, width]);
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
