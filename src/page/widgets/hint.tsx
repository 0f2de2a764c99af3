import { useState } from 'react';
import type { ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import './hint.css';

/** A sentence shown while its child has the pointer or the focus, or after a tap on it. */
export const Hint = (props: { text: string; children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  return (
    <TooltipTrigger delay={300} closeDelay={0} isOpen={open} onOpenChange={setOpen}>
      <Focusable>
        <button type="button" className="hint-anchor" onClick={() => setOpen(true)}>
          {props.children}
        </button>
      </Focusable>
      <Tooltip className="hint" offset={6}>
        {props.text}
      </Tooltip>
    </TooltipTrigger>
  );
};
