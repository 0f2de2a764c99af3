import type { MessageDescription } from '../kernel/model.ts';
import type { MessageShape } from '../view/frame.ts';

/** A message as it is named and drawn; whom it speaks for is found out by who describes it. */
export const describing = (
  kind: string,
  shape: MessageShape,
  label: string,
  short: string = label,
  routine = false,
): MessageDescription => ({ kind, shape, claim: null, label, short, routine });
