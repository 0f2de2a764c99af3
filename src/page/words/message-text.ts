import type { MessageView } from '../../view/frame.ts';
import type { LooseTranslator } from './use-words.ts';

/** A kind of message in the reader's language; packets keep their names. `t` translates `panels`. */
export const kindText = (kind: string, t: LooseTranslator): string => {
  const key = `messages.kind.${kind}`;
  return t.has(key) ? t(key) : kind;
};

/** Kind and label of a message; what the label repeats of the kind is not said twice. */
export const messageText = (
  { kind, label }: Pick<MessageView, 'kind' | 'label'>,
  t: LooseTranslator,
): string => {
  const said = kindText(kind, t);
  if (label === '' || label === kind) return said;
  return label.startsWith(`${kind} `)
    ? `${said} ${label.slice(kind.length + 1)}`
    : `${said} ${label}`;
};
