import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { clearSpot } from '../../../stage/clear-spot.ts';
import type { Box, Point } from '../../../stage/geometry.ts';
import type { Layout } from '../../../stage/layout.ts';
import type { Frame } from '../../../view/frame.ts';
import { play } from '../../sim/actions.ts';
import { isPosed } from '../../sim/opened.ts';
import { useSim } from '../../sim/store.ts';
import { Button } from '../../widgets/button.tsx';
import { icons } from '../../widgets/icons.tsx';
import { useInRoom } from '../../browser/in-room.ts';
import './play-here.css';

/** Radius in units of the drawing; less where it would cover something alive otherwise. */
const RADIUS = 34;
const LEAST_RADIUS = 27;

interface Stage {
  readonly frame: Frame;
  readonly layout: Layout;
  /** What stands there to be read. */
  readonly texts: readonly Box[];
  /** The line that somebody has drawn there. */
  readonly drawn: readonly Point[] | undefined;
  /** What the messages take there. */
  readonly slips: () => readonly Box[];
}

/** Where the keyboard goes on when the large button is gone. */
const toTransport = (): void => {
  document.querySelector<HTMLElement>('.transport-play')?.focus();
};

/**
 * The large Play of a run that stands at the moment at which it opened; it goes with that moment. For
 * a room there are no controls.
 */
export const PlayHere = (stage: Stage) => {
  const posed = useSim(isPosed);
  const room = useInRoom();
  return posed && !room ? <LargePlay {...stage} /> : null;
};

const LargePlay = ({ frame, layout, texts, drawn, slips }: Stage) => {
  const t = useTranslations('lab.beginnings');
  const { x, y, radius } = useMemo(() => {
    const stands = { texts, drawn, slips: slips() };
    return clearSpot(frame, layout, RADIUS, LEAST_RADIUS, stands);
  }, [frame, layout, texts, drawn, slips]);
  const part = (length: number, whole: number): string => `${(100 * length) / whole}%`;
  return (
    <span
      className="play-here"
      style={{
        left: part(x, layout.width),
        top: part(y, layout.height),
        width: part(2 * radius, layout.width),
      }}
    >
      <Button
        aria-label={t('play')}
        title={t('play')}
        onPress={() => {
          toTransport();
          void play();
        }}
      >
        {icons.play}
      </Button>
    </span>
  );
};
