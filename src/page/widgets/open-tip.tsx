import type { RefObject } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components/Tooltip';
import type { TooltipTriggerState } from 'react-stately/useTooltipTriggerState';
import './open-tip.css';

/** The sentence of a tip, at what it is of. `state`: the trigger's, who opens and closes it. */
export const OpenTip = (props: {
  /** What the trigger calls it by, as its description. */
  named: { readonly id?: string | undefined };
  of: RefObject<HTMLElement | null>;
  text: string;
  state: TooltipTriggerState;
}) => (
  <TooltipTriggerStateContext value={props.state}>
    <Tooltip {...props.named} className="hint" triggerRef={props.of} offset={6}>
      {props.text}
    </Tooltip>
  </TooltipTriggerStateContext>
);
