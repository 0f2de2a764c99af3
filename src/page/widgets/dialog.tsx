import { DialogComing } from './dialog-coming.tsx';
import type { DialogProps } from './dialog-props.ts';
import { later } from './later.tsx';

/**
 * A modal dialog named by its title; rendered only while open. Escape and a press outside close. It
 * covers the stage, so the run waits until it is closed.
 */
export const Dialog = later<DialogProps>(
  async () => (await import('./open-dialog.tsx')).OpenDialog,
  { Coming: DialogComing },
);
