import type { ReactElement } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';

/** A sentence shown while its child has the pointer or the focus; the child becomes focusable. */
export const Hint = (props: { text: string; children: ReactElement<{ className?: string }> }) => (
  <TooltipTrigger delay={300} closeDelay={0}>
    <Focusable>
      <span role="note" className="hint-anchor">
        {props.children}
      </span>
    </Focusable>
    <Tooltip className="hint" offset={6}>
      {props.text}
    </Tooltip>
  </TooltipTrigger>
);
