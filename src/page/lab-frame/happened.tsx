import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Fact } from '../../view/fact.ts';
import { useCalmHappened } from '../sim/calm.ts';
import { useToldUntil } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import type { SimState } from '../sim/store.ts';
import { FASTEST_TOLD } from '../sim/story.ts';
import { hasSentence, moreOf, sentence } from '../words/fact-sentence.ts';
import type { Tale } from '../words/fact-sentence.ts';
import { useTale } from '../words/use-tale.ts';
import { useFitted } from './fitted.tsx';
import './happened.css';
import { useLead } from './lead.ts';
import { useScrollStop } from './use-scroll-stop.ts';

/** At speeds at which nothing is held, a new sentence comes at most so often, ms. */
const BETWEEN = 1000;

/**
 * The newest facts or, while a run goes by too fast to be told, those of a moment ago.
 * @param wanted whether they are shown: otherwise nothing is drawn again for them
 */
const useCalmFacts = (wanted: boolean): readonly Fact[] => {
  const happened = useCalmHappened();
  const playing = useSim((s) => s.playing);
  const [heard, setHeard] = useState(happened);

  // Where playing begins and ends, what stands there is heard at once.
  const [was, setWas] = useState(playing);
  if (playing !== was) {
    setWas(playing);
    setHeard(happened);
  }
  useEffect(() => {
    if (!playing || !wanted) return;
    const timer = setInterval(() => {
      const newest = useSim.getState().happened;
      // Telling React what it knows already may still make it draw.
      if (newest !== heard) setHeard(newest);
    }, BETWEEN);
    return () => clearInterval(timer);
  }, [playing, wanted, heard]);
  return playing ? heard : happened;
};

/** Of several facts of one step the last follows from the others; a violation outranks all. */
const foremost = (facts: readonly Fact[], tale: Tale): Fact | undefined =>
  facts.find((one) => one.rule === 'invariant-violated') ??
  facts.findLast((one) => hasSentence(one, tale)) ??
  facts[0];

/** Whether the story is still what the stage shows: it plays, rests, or stands just there. */
const isTold = ({ story, playing, rest, speed, happened }: SimState): boolean => {
  if (story === null || speed > FASTEST_TOLD) return false;
  return playing || rest || story.folded || happened[0]?.step === story.fact.step;
};

/** Two sentences in a row; Chinese sets no space between them. */
const joined = (first: string, second: string): string =>
  /[。！？]$/u.test(first) ? `${first}${second}` : `${first} ${second}`.trim();

/** The one sentence of what just happened and why, and why the run stands still if it does. */
export const useSentence = (): string => {
  const tale = useTale();
  const lead = useLead();
  const words = useTranslations('lab');
  const story = useSim((s) => (isTold(s) ? s.story : null));
  const playing = useSim((s) => s.playing);
  const end = useSim((s) => s.end);
  const recorded = useSim((s) => s.recorded);
  const toldUntil = useToldUntil();
  const calm = useCalmFacts(story === null);
  const fact = story?.fact ?? foremost(calm, tale);
  if (lead !== null && (fact === undefined || fact.step < lead.from)) return lead.text;
  if (fact !== undefined && fact.time > toldUntil) return words('untold');
  const more = story === null ? '' : moreOf(story.fact, story.more, tale);
  const told = fact === undefined ? '' : joined(sentence(fact, tale), more);
  if (end === 'nothing-pending')
    return joined(told, words(recorded ? 'end.recorded' : 'end.nothing'));
  if (end === 'violation' && !playing) return joined(told, words('end.violation'));
  return told;
};

/** What just happened, as a polite live region that is only heard. */
export const HappenedHeard = () => (
  <p className="vh" aria-live="polite">
    {useSentence()}
  </p>
);

/** The same for the eye, too: the lead of a free lab, or a line in a lesson. */
export const Happened = ({ lead = false }) => {
  const t = useTranslations('lab');
  const told = useSentence();
  const box = useRef<HTMLParagraphElement>(null);
  // First it is set smaller; what still does not fit then scrolls.
  useFitted(box, told);
  useScrollStop(box, told);
  return (
    <p ref={box} className={lead ? 'happened happened-lead' : 'happened'} aria-live="polite">
      {told === '' && lead ? <span className="i2">{t('begin')}</span> : told}
    </p>
  );
};

/** The same for the eye alone, where the live region itself is hidden. */
export const HappenedSeen = () => {
  const told = useSentence();
  return (
    <p className="happened happened-seen" aria-hidden="true">
      {told}
    </p>
  );
};

/** Where another tab than the first, which says it, is in front: the sentence beside it. */
export const SentenceBesides = ({ tabs }: { tabs: readonly { readonly id: string }[] }) => {
  const elsewhere = useSim(({ dockView }) => tabs.some(({ id }) => id === dockView));
  return elsewhere ? <HappenedSeen /> : null;
};
