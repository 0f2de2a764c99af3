import { use, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { quietAhead } from '../sim/playback.ts';
import { playhead } from '../sim/playhead.ts';
import { useSim } from '../sim/store.ts';
import { timeText } from '../words/time-text.ts';
import { useLoose } from '../words/use-words.ts';
import { ZeroContext } from '../words/zero.ts';
import './clock.css';

/** Virtual time, written at each animation frame without React. `room`: for so many signs at least. */
export const ClockTime = ({ room = 0 }: { room?: number }) => {
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

  return <span className="clock-time" ref={time} style={{ minWidth: `${room}ch` }} />;
};

/** Virtual time and the event's number. */
export const Clock = () => {
  const t = useTranslations('lab.transport');
  const loose = useLoose('lab');
  const zero = use(ZeroContext);
  const position = useSim((s) => s.frame?.position ?? 0);
  const length = useSim((s) => timeText((s.frame?.time ?? 0) - zero, loose).length);
  // Never narrower again: the timeline beside it would get longer, and its handle leave the pointer.
  const [room, setRoom] = useState(length);
  if (length > room) setRoom(length);
  return (
    <span className="clock">
      <ClockTime room={room} />
      <span className="clock-event">{t('event', { position: String(position) })}</span>
    </span>
  );
};
