import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { inQuiet } from '../sim/playback.ts';
import { playhead } from '../sim/playhead.ts';
import { useSim } from '../sim/store.ts';
import { timeText } from '../words/time-text.ts';
import { useLoose } from '../words/use-words.ts';
import './clock.css';

/** Virtual time, written at each animation frame without React, and the event's number. */
export const Clock = () => {
  const t = useTranslations('lab.transport');
  const loose = useLoose('lab');
  const time = useRef<HTMLSpanElement>(null);
  const position = useSim((s) => s.frame?.position ?? 0);

  useEffect(() => {
    const write = (now: number): void => {
      if (time.current === null) return;
      time.current.textContent = timeText(now, loose);
      time.current.classList.toggle('quick', inQuiet());
    };
    write(playhead.now());
    return playhead.follow(write);
  }, [loose]);

  return (
    <span className="clock">
      <span className="clock-time" ref={time} />
      <span className="clock-event">{t('event', { position: String(position) })}</span>
    </span>
  );
};
