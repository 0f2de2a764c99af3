import { useState } from 'react';
import type { ReactNode } from 'react';
import { Clock } from './clock.tsx';
import { Speed } from './speed.tsx';
import { TimelineSlider } from './timeline-slider.tsx';
import { TransportButtons } from './transport-buttons.tsx';
import { WayOnSlot } from '../panels/lesson/way-on-slot.ts';
import './phone-lab.css';

/** One column: the stage on top, everything else as tabs, the transport under the thumb. */
export const PhoneLab = (props: {
  stage: ReactNode;
  /** What just happened, where no tab says it. */
  sentence: ReactNode;
  views: ReactNode;
}) => {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <div className="phone">
      <div className="phone-stage">{props.stage}</div>
      <div className="phone-timeline">
        <TimelineSlider height={26} />
        <Clock />
        <Speed />
      </div>
      <div className="phone-sentence">{props.sentence}</div>
      <WayOnSlot value={slot}>{props.views}</WayOnSlot>
      <div className="phone-transport">
        <TransportButtons />
        <div className="phone-way-on" ref={setSlot} />
      </div>
    </div>
  );
};
