import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { majorities } from '../../../stage/majorities.ts';
import type { Action } from '../../../stage/shape.ts';
import type { StageWords } from '../../../stage/words.ts';
import type { EnsembleSize, TwoSets } from '../../../view/exhibit.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';
import { useSize } from '../../browser/use-size.ts';
import { Slider } from '../../widgets/slider.tsx';
import { toggled } from './sets.ts';
import { Told } from './told.tsx';
import './majorities.css';

/** Drawn at least this large, in drawing units. */
const LEAST = { width: 300, height: 122 };

interface MajoritiesPanelProps {
  words: StageWords;
  /** Every size there is, the smallest first; null until they are sampled. */
  sizes: readonly EnsembleSize[] | null;
  servers: number;
  sets: TwoSets;
  onServers: (servers: number) => void;
  onSets: (sets: TwoSets) => void;
}

/** How many are a majority, what two of them share, and what each size of an ensemble costs. */
export const MajoritiesPanel = (props: MajoritiesPanelProps) => {
  const t = useTranslations('panels.majorities');
  const { words, sizes, servers, sets, onServers, onSets } = props;
  const place = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(place);
  const size = sizes?.find((one) => one.servers === servers);
  const drawing = useMemo(
    () =>
      width === 0 || sizes === null
        ? null
        : majorities(sizes, {
            words,
            servers,
            sets,
            width: Math.max(width, LEAST.width),
            height: Math.max(height, LEAST.height),
          }),
    [words, sizes, servers, sets, width, height],
  );
  const onAction = (action: Action): void => {
    if ('servers' in action) onServers(action.servers);
    else if ('member' in action) onSets(toggled(sets, action.of, action.member));
  };
  return (
    <section className="majorities-panel" aria-label={t('name')}>
      <div className="majorities-tools">
        <Slider
          label={t('servers')}
          value={servers}
          min={1}
          max={sizes?.length ?? servers}
          text={String(servers)}
          onChange={onServers}
        />
      </div>
      <div ref={place} className="majorities-place">
        {drawing !== null && (
          <DrawingView drawing={drawing} label={t('name')} align="top" onAction={onAction} />
        )}
      </div>
      <div role="status" className="majorities-told">
        {size === undefined ? (
          <p className="quiet-text">{t('asking')}</p>
        ) : (
          <Told size={size} sets={sets} time={words.time} />
        )}
      </div>
    </section>
  );
};
