import type { Micros } from '../../view/time.ts';
import type { LooseTranslator } from './use-words.ts';

const short = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** Virtual time as a person reads it: `850 µs`, `19 ms`, `12.4 s`. `t` translates `lab`. */
export const timeText = (time: Micros, t: LooseTranslator): string => {
  if (time !== 0 && time < 1000) return t('time.us', { value: String(Math.round(time)) });
  if (time < 10_000_000) return t('time.ms', { value: short(time / 1000, time < 100_000 ? 1 : 0) });
  return t('time.s', { value: short(time / 1_000_000, 2) });
};
