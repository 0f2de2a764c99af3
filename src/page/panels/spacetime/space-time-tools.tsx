import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { SpacetimeRoom } from '../../../stage/time/spacetime-room.ts';
import { SCALES } from '../../../stage/time/time-axis.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { useTimeText } from '../use-time-text.ts';

interface SpaceTimeToolsProps {
  /** Drawing units of a typical message's way; null: not known yet. */
  scale: number | null;
  /** How much of the run is seen, µs, roughly. */
  span: number | null;
  /** Whether the scale follows what happens. */
  fitted: boolean;
  /** Null: it follows. */
  onScale: (scale: number | null) => void;
  future: boolean;
  onFuture: (future: boolean) => void;
}

/** How much of the run is seen, µs; two digits are enough to say how long a stretch is. */
export const spanOf = ({ seen, axis }: SpacetimeRoom): number =>
  Number((seen / Math.max(1e-9, axis.perUnit)).toPrecision(2));

/** How much of the run the diagram shows at once. */
export const SpaceTimeTools = memo((props: SpaceTimeToolsProps) => {
  const { scale, span, fitted, onScale, future, onFuture } = props;
  const t = useTranslations('panels.spaceTime');
  const say = useTimeText();
  const at = scale === null ? -1 : SCALES.indexOf(scale);
  const go = (to: number): void => {
    const other = SCALES[to];
    if (other !== undefined) onScale(other);
  };
  return (
    <div className="row spacetime-tools">
      <Button kind="icon" aria-label={t('wider')} title={t('wider')} onPress={() => go(at + 1)}>
        −
      </Button>
      <span>{span !== null && t('span', { span: say(span) })}</span>
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
});
