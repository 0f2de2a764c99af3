/** What one general can see of a run: its own messages, and no lie on their faces. */
import type { ByzantineDetail } from '../../view/byzantine.ts';
import type { Frame, MessageView } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import type { Shape } from '../shape.ts';
import { believed } from '../spoken.ts';
import { HIDDEN } from '../veil.ts';

const mine = ({ from, to }: MessageView, pid: Pid): boolean => from === pid || to === pid;

/** What it does not hear says nothing, and what it hears may be true. */
export const seenBy = (frame: Frame<ByzantineDetail>, pid: Pid): Frame<ByzantineDetail> => ({
  ...frame,
  messages: frame.messages.map((message): MessageView => {
    const shape = message.from === pid ? message.shape : believed(message.shape);
    return mine(message, pid)
      ? { ...message, shape }
      : { ...message, shape, claim: null, label: HIDDEN, short: HIDDEN };
  }),
});

/** Pale, what it does not see. */
export const dimmed = (
  shapes: readonly Shape[],
  { messages }: Frame,
  pid: Pid,
): readonly Shape[] => {
  const unseen = new Set(
    messages.filter((message) => !mine(message, pid)).map(({ id }) => String(id)),
  );
  return shapes.map((shape) =>
    unseen.has((shape.key ?? '').split('-')[1] ?? '')
      ? { ...shape, style: { ...shape.style, opacity: 0.38 } }
      : shape,
  );
};
