import type { ReactNode } from 'react';
import { useTip } from './use-tip.tsx';
import './hint.css';

/** A sentence shown while its child has the pointer or the focus, or after a tap on it. */
export const Hint = (props: { text: string; children: ReactNode }) => {
  const { button, show, tip } = useTip(props.text, 300);
  return (
    <>
      <button {...button} type="button" className="hint-anchor" onClick={show}>
        {props.children}
      </button>
      {tip}
    </>
  );
};
