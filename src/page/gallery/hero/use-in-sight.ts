import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Whether any of it can be seen: neither scrolled away nor in a hidden tab. */
export const useInSight = (place: RefObject<Element | null>): boolean => {
  const [inView, setInView] = useState(true);
  const [hidden, setHidden] = useState(document.hidden);
  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new IntersectionObserver((entries) =>
      setInView(entries.at(-1)?.isIntersecting ?? true),
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  useEffect(() => {
    const changed = (): void => setHidden(document.hidden);
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
  return inView && !hidden;
};
