import type { MessageView } from '../../view/frame.ts';
import type { LooseTranslator } from './use-words.ts';

/** A kind of message in the reader's language; packets keep their names. `t` translates `panels`. */
export const kindText = (kind: string, t: LooseTranslator): string => {
  const key = `messages.kind.${kind}`;
  return t.has(key) ? t(key) : kind;
};

/** Kind and label of a message; the label alone says nothing where it only repeats the kind. */
export const messageText = (
  { kind, label }: Pick<MessageView, 'kind' | 'label'>,
  t: LooseTranslator,
): string => (label === '' || label === kind ? kindText(kind, t) : `${kindText(kind, t)} ${label}`);
