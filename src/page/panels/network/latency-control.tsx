import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Intervention } from '../../../view/intervention.ts';
import type { Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import { Slider } from '../../widgets/slider.tsx';
import { latencyOf, setLatency } from './latency.ts';
import './network.css';

/** Slider marks in ms: fine where LANs are, coarse where satellites are. */
const MARKS = [0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

const markOf = (ms: number): number => {
  const at = MARKS.findIndex((mark) => mark >= ms);
  return at === -1 ? MARKS.length - 1 : at;
};

/** Least and most latency of one link (both directions), or of all links. */
export const LatencyControl = (props: {
  /** Null for all links. */
  link: readonly [Pid, Pid] | null;
  /** What is set by hand now, µs. */
  now: { readonly min: number; readonly max: number } | null;
  onDo: (what: readonly Intervention[]) => void;
}) => {
  const t = useTranslations('panels.link');
  const { link, now, onDo } = props;
  const [least, setLeast] = useState(() => markOf((now?.min ?? 10_000) / 1000));
  const [most, setMost] = useState(() => markOf((now?.max ?? 10_000) / 1000));
  const ms = (mark: number): number => MARKS[mark] ?? 0;
  const text = (mark: number): string => t('ms', { value: String(ms(mark)) });
  const slider = (label: string, value: number, onChange: (value: number) => void) => (
    <Slider
      label={label}
      value={value}
      min={0}
      max={MARKS.length - 1}
      text={text(value)}
      onChange={onChange}
    />
  );
  const title = t(link === null ? 'allLatency' : 'latency');
  return (
    <fieldset className="latency" aria-label={title}>
      <legend>{title}</legend>
      {slider(t('least'), least, (value) => {
        setLeast(value);
        setMost(Math.max(value, most));
      })}
      {slider(t('most'), most, (value) => {
        setMost(value);
        setLeast(Math.min(value, least));
      })}
      <div className="row">
        <Button onPress={() => onDo(setLatency(link, latencyOf(ms(least), ms(most))))}>
          {t('set')}
        </Button>
        <Button onPress={() => onDo(setLatency(link, null))}>{t('own')}</Button>
      </div>
    </fieldset>
  );
};
