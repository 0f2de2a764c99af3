import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { stopWatching } from '../sim/actions.ts';
import { quietAhead } from '../sim/playback.ts';
import { playhead } from '../sim/playhead.ts';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import { actText } from '../words/act-text.ts';
import { timeText } from '../words/time-text.ts';
import { useLoose } from '../words/use-words.ts';
import { ClockTime } from './clock.tsx';
import { useScrollStop } from './use-scroll-stop.ts';
import { icons } from '../widgets/icons.tsx';
import './moment.css';

/** What is being watched, with a cross to stop that; or that nothing but waiting is left. */
const WatchingChip = () => {
  const rest = useTranslations('lab.rest');
  const loose = useLoose('lab');
  const watching = useSim((s) => s.watching);
  // Where nothing at all is left, the sentence says so.
  const resting = useSim((s) => s.rest && s.end !== 'nothing-pending');
  if (watching === null) return resting ? <span className="at-rest">{rest('text')}</span> : null;
  return <Chip what={actText(watching.what, (pid) => watching.names[pid] ?? String(pid), loose)} />;
};

const Chip = ({ what }: { what: string }) => {
  const t = useTranslations('lab.watching');
  const text = useRef<HTMLSpanElement>(null);
  useScrollStop(text, what);
  return (
    <span className="watching" title={t('text', { what })}>
      {icons.eye}
      <span className="vh">{t('text', { what: '' })}</span>
      <span className="watching-text" ref={text}>
        {what}
      </span>
      <Button
        kind="icon"
        className="watching-stop"
        aria-label={t('stop')}
        title={t('stopText')}
        onPress={stopWatching}
      >
        ×
      </Button>
    </span>
  );
};

/** The clock, and beside it what is being watched: the line above the sentence. */
export const Moment = () => (
  <div className="moment">
    <ClockTime />
    <WatchingChip />
  </div>
);

/** On the stage, while a wait is skipped: how much of it is still ahead. Written without React. */
export const Skipping = () => {
  const t = useTranslations('lab');
  const loose = useLoose('lab');
  const badge = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const write = (): void => {
      if (badge.current === null) return;
      const ahead = quietAhead();
      badge.current.hidden = ahead === null || ahead === 0;
      if (ahead !== null && ahead > 0)
        badge.current.textContent = t('skipping', { time: timeText(ahead, loose) });
    };
    write();
    const stop = playhead.follow(write);
    const stopStore = useSim.subscribe((now, before) => {
      if (now.playing !== before.playing) write();
    });
    return () => {
      stop();
      stopStore();
    };
  }, [t, loose]);
  return <p className="skipping" ref={badge} hidden aria-hidden />;
};
