import type { MessageView } from '../../view/frame.ts';
import type { LooseTranslator } from './use-words.ts';

/** What was looked up already: each message of each frame asks, and to find nothing takes long. */
const known = new WeakMap<LooseTranslator, Map<string, string>>();

/** A kind of message in the reader's language; packets keep their names. `t` translates `panels`. */
export const kindText = (kind: string, t: LooseTranslator): string => {
  let kinds = known.get(t);
  if (kinds === undefined) {
    kinds = new Map();
    known.set(t, kinds);
  }
  let text = kinds.get(kind);
  if (text === undefined) {
    const key = `messages.kind.${kind}`;
    text = t.has(key) ? t(key) : kind;
    kinds.set(kind, text);
  }
  return text;
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
