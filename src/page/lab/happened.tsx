import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSim } from '../sim/store.ts';
import { hasSentence, sentence } from '../words/fact-sentence.ts';
import { useTale } from '../words/use-tale.ts';
import './happened.css';

/** While playing, a screen reader gets a new sentence at most so often, ms. */
const BETWEEN = 1000;

/** The one sentence of what just happened and why, and why the run stands still if it does. */
export const useSentence = (): string => {
  const tale = useTale();
  const words = useTranslations('lab');
  const happened = useSim((s) => s.happened);
  const playing = useSim((s) => s.playing);
  const end = useSim((s) => s.end);
  const [heard, setHeard] = useState(happened);

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const newest = useSim.getState().happened;
      // Telling React what it knows already may still make it draw.
      if (newest !== heard) setHeard(newest);
    }, BETWEEN);
    return () => clearInterval(timer);
  }, [playing, heard]);

  const shown = playing ? heard : happened;
  // Of several facts of one step the last follows from the others; a violation outranks all.
  const fact =
    shown.find((one) => one.rule === 'invariant-violated') ??
    shown.findLast((one) => hasSentence(one, tale)) ??
    shown[0];
  const told = fact === undefined ? '' : sentence(fact, tale);
  if (end === 'nothing-pending') return `${told} ${words('end.nothing')}`.trim();
  if (end === 'violation' && !playing) return `${told} ${words('end.violation')}`.trim();
  return told;
};

/** What just happened, as a polite live region: the lead of a free lab, or a line in a lesson. */
export const Happened = ({ hidden = false, lead = false }) => {
  const t = useTranslations('lab');
  const told = useSentence();
  return (
    <p className={hidden ? 'vh' : lead ? 'happened happened-lead' : 'happened'} aria-live="polite">
      {told === '' && lead ? <span className="i2">{t('begin')}</span> : told}
    </p>
  );
};

/** The same for the eye alone, where the live region itself is hidden. */
export const HappenedSeen = () => {
  const told = useSentence();
  return told === '' ? null : (
    <p className="happened happened-seen" aria-hidden="true">
      {told}
    </p>
  );
};
