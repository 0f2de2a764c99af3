import { useTranslations } from 'use-intl';
import type { SpacetimeRoom } from '../../../stage/time/spacetime-room.ts';
import { SCALES } from '../../../stage/time/time-axis.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { useTimeText } from '../use-time-text.ts';

interface SpaceTimeToolsProps {
  room: SpacetimeRoom | null;
  /** Whether the scale follows what happens. */
  fitted: boolean;
  /** Null: it follows. */
  onScale: (scale: number | null) => void;
  future: boolean;
  onFuture: (future: boolean) => void;
}

/** Two digits are enough to say how long a stretch is. */
const roughly = (time: number): number => Number(time.toPrecision(2));

/** How much of the run the diagram shows at once. */
export const SpaceTimeTools = ({
  room,
  fitted,
  onScale,
  future,
  onFuture,
}: SpaceTimeToolsProps) => {
  const t = useTranslations('panels.spaceTime');
  const say = useTimeText();
  const at = room === null ? -1 : SCALES.indexOf(room.axis.scale);
  const go = (to: number): void => {
    const scale = SCALES[to];
    if (scale !== undefined) onScale(scale);
  };
  return (
    <div className="row spacetime-tools">
      <Button kind="icon" aria-label={t('wider')} title={t('wider')} onPress={() => go(at + 1)}>
        −
      </Button>
      <span>
        {room !== null &&
          t('span', { span: say(roughly(room.seen / Math.max(1e-9, room.axis.perUnit))) })}
      </span>
      <Button kind="icon" aria-label={t('closer')} title={t('closer')} onPress={() => go(at - 1)}>
        +
      </Button>
      {!fitted && (
        <Button kind="quiet" onPress={() => onScale(null)}>
          {t('fit')}
        </Button>
      )}
      <Check label={t('future')} checked={future} onChange={onFuture} />
    </div>
  );
};
