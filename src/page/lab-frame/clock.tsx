import { use, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { quietAhead } from '../sim/playback.ts';
import { playhead } from '../sim/playhead.ts';
import { useSim } from '../sim/store.ts';
import { timeText } from '../words/time-text.ts';
import { useLoose } from '../words/use-words.ts';
import { ZeroContext } from '../words/zero.ts';
import './clock.css';

/** Virtual time, written at each animation frame without React. */
export const ClockTime = () => {
  const loose = useLoose('lab');
  const zero = use(ZeroContext);
  const time = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const write = (now: number): void => {
      if (time.current === null) return;
      const text = timeText(now - zero, loose);
      if (time.current.textContent !== text) time.current.textContent = text;
      time.current.classList.toggle('quick', quietAhead() !== null);
    };
    write(playhead.now());
    return playhead.follow(write);
  }, [loose, zero]);

  return <span className="clock-time" ref={time} />;
};

/** Virtual time and the event's number. */
export const Clock = () => {
  const t = useTranslations('lab.transport');
  const position = useSim((s) => s.frame?.position ?? 0);
  return (
    <span className="clock">
      <ClockTime />
      <span className="clock-event">{t('event', { position: String(position) })}</span>
    </span>
  );
};
