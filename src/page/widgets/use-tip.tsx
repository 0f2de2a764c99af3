import { useRef } from 'react';
import type { HTMLAttributes, ReactNode, RefObject } from 'react';
import { useTooltipTrigger } from 'react-aria/useTooltipTrigger';
import { useTooltipTriggerState } from 'react-stately/useTooltipTriggerState';
import { later } from './later.tsx';

const OpenTip = later(async () => (await import('./open-tip.tsx')).OpenTip);

interface Tip {
  readonly button: HTMLAttributes<HTMLElement> & {
    readonly ref: RefObject<HTMLButtonElement | null>;
  };
  readonly tip: ReactNode;
  readonly show: () => void;
}

/**
 * A sentence that is shown while a button has the pointer or the focus: what the button takes, and the
 * tip, to be drawn beside it. `delay`: how long the pointer rests on it before, ms.
 */
export const useTip = (text: string, delay: number): Tip => {
  const ref = useRef<HTMLButtonElement>(null);
  const state = useTooltipTriggerState({ delay, closeDelay: 0 });
  const { triggerProps, tooltipProps } = useTooltipTrigger({}, state, ref);
  return {
    show: () => state.open(true),
    button: { ...(triggerProps as HTMLAttributes<HTMLElement>), ref },
    tip: state.isOpen ? (
      <OpenTip named={{ id: tooltipProps.id }} of={ref} text={text} state={state} />
    ) : null,
  };
};
