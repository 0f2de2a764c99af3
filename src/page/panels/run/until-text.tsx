import { useTranslations } from 'use-intl';
import { useTimeText } from '../use-time-text.ts';
import type { UntilOutcome } from './use-run-until.ts';

/** What came of running until something, in a sentence. */
export const UntilText = ({ outcome }: { outcome: UntilOutcome }) => {
  const t = useTranslations('panels.until');
  const say = useTimeText();
  const time = say(outcome.time);
  switch (outcome.kind) {
    case 'running':
      return t('running');
    case 'reached':
      return t('reached', { time });
    case 'not-reached':
      return t('notReached', { limit: String(outcome.limitMs / 1000), time });
  }
};
