import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSim } from '../sim/store.ts';
import { sentence } from '../words/fact-sentence.ts';
import { useLoose } from '../words/use-words.ts';

/** While playing, a screen reader gets a new sentence at most so often, ms. */
const BETWEEN = 1000;

/** The one sentence of what just happened and why; a polite live region. */
export const Happened = ({ hidden = false }: { hidden?: boolean }) => {
  const t = useLoose('facts');
  const ends = useTranslations('lab.end');
  const happened = useSim((s) => s.happened);
  const playing = useSim((s) => s.playing);
  const end = useSim((s) => s.end);
  const [heard, setHeard] = useState(happened);

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setHeard(useSim.getState().happened), BETWEEN);
    return () => clearInterval(timer);
  }, [playing]);

  const shown = playing ? heard : happened;
  // Of several facts of one step the last follows from the others; a violation outranks all.
  const fact =
    shown.find((one) => one.rule === 'invariant-violated') ??
    shown.findLast((one) => t.has(one.rule)) ??
    shown[0];
  return (
    <p className={hidden ? 'vh' : 'happened'} aria-live="polite">
      {fact === undefined ? '' : sentence(fact, t)}
      {end === 'nothing-pending' && ` ${ends('nothing')}`}
      {end === 'violation' && !playing && ` ${ends('violation')}`}
    </p>
  );
};
