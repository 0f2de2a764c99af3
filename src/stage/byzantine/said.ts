/** What messages say, in the reader's language: `C said A` for what the simulation writes as `C: A`. */
import type { ByzantineDetail } from '../../view/byzantine.ts';
import type { Frame, MessageView } from '../../view/frame.ts';
import type { SayByzantine } from './words.ts';

/** Of `L1: C: A` the mouths and the value. */
const partsOf = (label: string): readonly string[] => label.split(': ');

const sentence = (label: string, say: SayByzantine): string => {
  const parts = partsOf(label);
  const value = parts.at(-1) ?? '';
  const [first, ...mouths] = parts.slice(0, -1).reverse();
  if (first === undefined) return label;
  return mouths.reduce(
    (inner, who) => say('saidOf', { who, inner }),
    say('said', { who: first, value }),
  );
};

/** The same frame with sentences on its relays. */
export const inWords = (
  frame: Frame<ByzantineDetail>,
  say: SayByzantine,
): Frame<ByzantineDetail> => ({
  ...frame,
  messages: frame.messages.map((message): MessageView =>
    message.kind === 'relay' && !frame.detail.signed
      ? { ...message, label: sentence(message.label, say) }
      : message,
  ),
});
