import { startTransition, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { OpeningContext } from '../browser/opening.ts';
import { StillWorking } from '../lab-frame/still-working.tsx';
import './opening.css';

/** Tells when its children stand in the page, and when they no longer do. */
const Standing = (props: { onChange: (stands: boolean) => void; children: ReactNode }) => {
  const { onChange } = props;
  useLayoutEffect(() => {
    // At the next layout the observers within tell the sizes of their places, in such turns, too: all
    // that follows is drawn together. A tab that nobody looks at has no layout to wait for.
    const stands = (): void => startTransition(() => onChange(true));
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      stands();
    });
    if (document.hidden) stands();
    else observer.observe(document.documentElement);
    return () => {
      observer.disconnect();
      onChange(false);
    };
  }, [onChange]);
  return props.children;
};

/**
 * A lab that is drawn for the first time: unseen behind its skeleton, in short turns between which the
 * page hears clicks and keys. Null: it is not there yet.
 */
export const Opening = (props: { skeleton: ReactNode; children: ReactNode | null }) => {
  const { skeleton, children } = props;
  const [drawn, setDrawn] = useState(false);
  const seen = drawn && children !== null;
  return (
    <div className={seen ? 'opened' : 'opening'}>
      <OpeningContext value={!seen}>
        {children !== null && <Standing onChange={setDrawn}>{children}</Standing>}
      </OpeningContext>
      {!seen && skeleton}
      <StillWorking />
    </div>
  );
};
