import { useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';

/** What the Tab key may lead to. */
const TABBABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), ' +
  'textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])';

const leadsInside = (panel: Element): boolean =>
  [...panel.querySelectorAll(TABBABLE)].some((one) => one.checkVisibility());

/**
 * A panel in which the Tab key finds nothing is a stop itself. Looked at when that key is pressed: to
 * look whenever something in the panel changes costs more than the drawings in it.
 */
const useTabStop = (panel: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const place = panel.current;
    if (place === null) return undefined;
    const look = (): void => {
      if (leadsInside(place)) place.removeAttribute('tabindex');
      else place.setAttribute('tabindex', '0');
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') look();
    };
    look();
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [panel]);
};

/** What a tab leads to, and is named by; it is there while the tab is chosen. */
export const TabPanel = (props: { id: string; labelledBy: string; children: ReactNode }) => {
  const panel = useRef<HTMLDivElement>(null);
  useTabStop(panel);
  return (
    <div
      ref={panel}
      id={props.id}
      className="tab-panel"
      role="tabpanel"
      aria-labelledby={props.labelledBy}
    >
      {props.children}
    </div>
  );
};
