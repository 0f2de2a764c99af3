import { timeParts } from '../../stage/time-text.ts';
import type { TimeUnit } from '../../stage/time-text.ts';
import type { Micros } from '../../view/time.ts';
import type { LooseTranslator } from './use-words.ts';

/** A value of a unit in the reader's language. `t` translates `lab`. */
export const unitText = (value: number | string, unit: TimeUnit, t: LooseTranslator): string =>
  t(`time.${unit}`, { value: String(value) });

/** Virtual time as a person reads it: `850 µs`, `19 ms`, `12.4 s`. `t` translates `lab`. */
export const timeText = (time: Micros, t: LooseTranslator): string => {
  const { value, unit } = timeParts(time);
  return unitText(value, unit, t);
};
