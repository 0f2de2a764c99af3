import { useLayoutEffect, useRef } from 'react';
import { worldsDrawing } from '../../../stage/byzantine/worlds.ts';
import type { World } from '../../../stage/byzantine/worlds.ts';
import { useInRoom } from '../../browser/in-room.ts';
import { useSize } from '../../browser/use-size.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useSaying } from '../../words/use-saying.ts';
import { THREE, VALUES, useWorlds } from './worlds.ts';

/** Drawing units. */
const LEAST = { width: 360, height: 420 };
const MIDDLE = 700;
const USUAL = 940;
/** For a room: as few as both worlds need side by side, and how much of its height messages must have. */
const NARROWEST = 616;
const TEXT = 13;
const READABLE = 0.0222;

/** So wide that what messages say is read from the last row. */
const inRoomWidth = (width: number): number =>
  Math.max(NARROWEST, Math.min(USUAL, (width * TEXT) / (READABLE * innerHeight)));

/** Both worlds side by side, and what L1 sees of them. */
export const WorldsDrawn = () => {
  const words = useSaying('byzantine.stage');
  const rows = useWorlds();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [first] = rows ?? [];
  const inRoom = useInRoom();
  const usual =
    size.width < MIDDLE ? Math.max(LEAST.width, size.width) : size.width < USUAL ? MIDDLE : USUAL;
  const width = inRoom ? inRoomWidth(size.width) : usual;
  useLayoutEffect(() => {
    // For a room its least text is set larger where that is small.
    if (size.width > 0) place.current?.style.setProperty('--drawn', String(size.width / width));
  }, [size.width, width]);
  const height = Math.max(LEAST.height, (size.height * width) / Math.max(1, size.width));
  const world = (traitor: number, messages: World['messages']): World => ({
    traitor,
    order: VALUES[0],
    messages,
  });
  return (
    <div className="worlds-drawn" ref={place}>
      {first !== undefined && size.width > 0 && (
        <DrawingView
          drawing={worldsDrawing(
            [
              world(THREE.commander, first.worlds[0].messages),
              world(THREE.other, first.worlds[1].messages),
            ],
            {
              words,
              width,
              height,
              values: VALUES,
              ...THREE,
              nameOf: (pid) => (pid === THREE.commander ? 'C' : `L${pid - 1}`),
            },
          )}
          label={words.say('worlds.name')}
          align="top"
        />
      )}
    </div>
  );
};
