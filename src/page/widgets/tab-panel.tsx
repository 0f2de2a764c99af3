import { useContext, useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { TabListStateContext, TabsContext } from 'react-aria-components/Tabs';
import { useTabPanel } from 'react-aria/useTabList';

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
const useTabStop = (panel: RefObject<HTMLElement | null>, shown: boolean): void => {
  useEffect(() => {
    const place = panel.current;
    if (place === null || !shown) return undefined;
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
  }, [panel, shown]);
};

/** What a tab leads to; it is there while the tab is chosen. */
export const TabPanel = ({ id, children }: { id: string; children: ReactNode }) => {
  const state = useContext(TabListStateContext);
  const panel = useRef<HTMLDivElement>(null);
  // Given the panel itself, it would walk through all of it at each change.
  const nowhere = useRef(null);
  const { tabPanelProps } = useTabPanel({ id }, state, nowhere);
  const shown = state?.selectedKey === id;
  useTabStop(panel, shown);
  if (!shown) return null;
  const { tabIndex: _, ...props } = tabPanelProps;
  return (
    <div {...props} ref={panel} className="tab-panel">
      {/* Tabs inside are tabs of their own. */}
      <TabsContext value={null}>
        <TabListStateContext value={null}>{children}</TabListStateContext>
      </TabsContext>
    </div>
  );
};
