import { useEffect, useRef } from 'react';
import type { Micros } from '../../view/time.ts';
import { playhead } from '../sim/playhead.ts';
import { useTimeText } from './use-time-text.ts';

/** How long until a moment, following the playhead without rendering anything else. */
export const Remaining = (props: { until: Micros }) => {
  const say = useTimeText();
  const place = useRef<HTMLSpanElement>(null);
  const { until } = props;
  const text = (now: Micros): string => say(Math.max(0, until - now));

  useEffect(() => {
    const show = (now: Micros): void => {
      const node = place.current;
      const next = text(now);
      if (node !== null && node.textContent !== next) node.textContent = next;
    };
    show(playhead.now());
    return playhead.follow(show);
  });

  // Its text is written by the effect alone: React must not put an older one back.
  return <span ref={place} className="remaining" />;
};
