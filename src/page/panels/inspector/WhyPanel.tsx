import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import { useWhy } from '../../sim/use-answers.ts';
import { sentence } from '../../words/fact-sentence.ts';
import { useTale } from '../../words/use-tale.ts';

/** Why something has not come yet: the rules and values that decided, in sentences. */
export const WhyPanel = (props: { pid: Pid; settled: string | null }) => {
  const t = useTranslations('panels.inspector');
  const tale = useTale();
  const why = useWhy(props.settled === null ? props.pid : null);
  if (props.settled !== null) return <p className="why-panel">{props.settled}</p>;
  if (why === null) return <p className="quiet-text">{t('whyAsking')}</p>;
  if (why.reasons.length === 0) return <p className="why-panel">{t('whyNothing')}</p>;
  return (
    <ol className="why-panel">
      {why.reasons.map((fact, index) => (
        // The same rule may speak twice; its place is all that tells them apart.
        <li key={index}>{sentence(fact, tale)}</li>
      ))}
    </ol>
  );
};
