import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import { useWhy } from '../../sim/use-answers.ts';
import { sentence } from '../../words/fact-sentence.ts';
import { useTale } from '../../words/use-tale.ts';
import { beginnings } from './beginnings.ts';

/** Why something has not come yet: the rules and values that decided, in sentences. */
export const WhyPanel = (props: { pid: Pid; settled: string | null }) => {
  const t = useTranslations('panels.inspector');
  const figure = useTranslations('stage.comparison');
  const tale = useTale();
  const why = useWhy(props.settled === null ? props.pid : null);
  if (props.settled !== null) return <Answer>{props.settled}</Answer>;
  if (why === null) return <p className="quiet-text">{t('whyAsking')}</p>;
  if (why.reasons.length === 0) return <Answer>{t('whyNothing')}</Answer>;
  return (
    <Answer>
      <ol>
        {why.reasons.map((fact, index) => (
          // The same rule may speak twice; its place is all that tells them apart.
          <li key={index}>{sentence(fact, tale)}</li>
        ))}
      </ol>
      {beginnings(why.reasons).map(({ zxid, epoch }) => (
        <p key={zxid} className="quiet-text">
          {figure('begins', { zxid, epoch: String(epoch) })}
        </p>
      ))}
    </Answer>
  );
};

/** It is asked for at the lower edge of a column: what comes is brought into view. */
const Answer = ({ children }: { children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} className="why-panel">
      {children}
    </div>
  );
};
