import { useEffect, useEffectEvent } from 'react';

/** While something is under way on the stage, Escape ends it; the selection stays. */
export const useEscape = (underWay: boolean, cancel: () => void): void => {
  const onEscape = useEffectEvent(cancel);
  useEffect(() => {
    if (!underWay) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [underWay]);
};
