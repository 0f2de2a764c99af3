import type { StepMessage, StepRecord } from '../../view/fact.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { causalFuture, causalPast } from './causality.ts';

export interface Strength {
  readonly opacity: number;
  readonly width: number;
}

/** How strong each thing of the diagram is drawn. */
export interface Light {
  readonly ofMessage: (message: StepMessage, record: StepRecord) => Strength;
  /** Of one that is under way. */
  readonly ofFlying: (message: {
    readonly id: number;
    readonly from: Pid;
    readonly to: Pid;
  }) => Strength;
  readonly isLit: (step: number) => boolean;
  /** Of an event: 1 unless something else is lit. */
  readonly ofStep: (record: StepRecord) => number;
}

export interface LightOptions {
  /** Step whose causal past is strong; the rest is pale. */
  readonly highlight?: number | null;
  /** The causal future of `highlight` is strong too. */
  readonly future?: boolean;
  readonly selected?: Pid | null;
  readonly selectedMessage?: number | null;
}

const STRONG: Strength = { opacity: 1, width: 2.4 };
/** Without anything chosen every line is of middling strength: many cross. */
const MIDDLING: Strength = { opacity: 0.62, width: 1.4 };
/** What is not chosen, beside what is. */
const PALE: Strength = { opacity: 0.38, width: 1.4 };
/** What has not happened yet at the playhead. */
const TO_COME: Strength = { opacity: 0.3, width: 1.2 };

/** An event that is looked at outranks the selected message, and that the selected process. */
export const lightOf = (
  records: readonly StepRecord[],
  now: Micros,
  { highlight = null, future = false, selected = null, selectedMessage = null }: LightOptions,
): Light => {
  if (highlight !== null) {
    const strong = new Set(causalPast(records, highlight));
    if (future) for (const step of causalFuture(records, highlight)) strong.add(step);
    return {
      ofMessage: (message, record) =>
        strong.has(record.step) && strong.has(message.sentStep) ? STRONG : PALE,
      ofFlying: () => PALE,
      isLit: (step) => strong.has(step),
      ofStep: (record) => (strong.has(record.step) ? 1 : PALE.opacity),
    };
  }
  const chosen =
    selectedMessage !== null
      ? ({ id }: { id: number }): boolean => id === selectedMessage
      : selected !== null
        ? ({ from, to }: { from: Pid; to: Pid }): boolean => from === selected || to === selected
        : null;
  return {
    ofMessage: (message, record) => {
      if (record.time > now) return TO_COME;
      return chosen === null ? MIDDLING : chosen(message) ? STRONG : PALE;
    },
    ofFlying: (message) => (chosen === null ? MIDDLING : chosen(message) ? STRONG : PALE),
    isLit: () => false,
    ofStep: (record) => (record.time > now ? 0.5 : 1),
  };
};
