import { startTransition, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { OpeningContext } from '../browser/opening.ts';
import './opening.css';

/** Tells when its children stand in the page, and when they no longer do. */
const Standing = (props: { onChange: (stands: boolean) => void; children: ReactNode }) => {
  const { onChange } = props;
  useLayoutEffect(() => {
    // Effects within have told the sizes of their places in such turns, too: all of it comes together.
    startTransition(() => onChange(true));
    return () => onChange(false);
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
    </div>
  );
};
