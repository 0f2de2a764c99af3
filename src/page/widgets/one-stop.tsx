import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useToolbar } from 'react-aria/useToolbar';

/**
 * What can be focused within it is one stop for Tab, whatever comes and goes; the arrows up and down lead
 * from one to the next, and whoever comes back finds the one they left. Those to the left and right go
 * through time, everywhere on the page.
 */
export const OneStop = (props: { label: string; className?: string; children: ReactNode }) => {
  const ref = useRef<HTMLDivElement>(null);
  const { toolbarProps } = useToolbar({ orientation: 'vertical', 'aria-label': props.label }, ref);
  return (
    <div {...toolbarProps} ref={ref} className={props.className}>
      {props.children}
    </div>
  );
};
