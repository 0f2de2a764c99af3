import type { StepRecord } from '../../../view/fact.ts';
import { sentence } from '../../words/fact-sentence.ts';
import type { Tale } from '../../words/fact-sentence.ts';
import { messageText } from '../../words/message-text.ts';
import type { LooseTranslator } from '../../words/use-words.ts';

/** What a step did, in sentences; a step without facts is said by its kind. */
export const stepText = (record: StepRecord, tale: Tale, panels: LooseTranslator): string => {
  if (record.facts.length > 0) return record.facts.map((fact) => sentence(fact, tale)).join(' ');
  const { message, pid, kind } = record;
  const { name } = tale;
  if (kind === 'deliver' && message !== null) {
    return panels('events.plain.deliver', {
      what: messageText(message, panels),
      from: name(message.from),
      to: name(message.to),
    });
  }
  return panels(`events.plain.${kind}`, {
    name: pid === null ? '–' : name(pid),
    what: '',
    from: '',
    to: '',
  });
};
