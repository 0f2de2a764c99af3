import type { ReactNode } from 'react';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the end, besides Close. */
  actions?: ReactNode;
  /** What must be seen where one acts: it stays in view above the buttons. */
  note?: ReactNode;
  /** `wide` for what needs the room: a plot, a table; `whole` for what is a screen of its own. */
  size?: 'usual' | 'wide' | 'whole';
}
