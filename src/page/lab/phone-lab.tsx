import type { ReactNode } from 'react';
import { Clock } from './clock.tsx';
import { Speed } from './speed.tsx';
import { TimelineSlider } from './timeline-slider.tsx';
import { TransportButtons } from './transport.tsx';
import './phone-lab.css';

/** One column: the stage on top, everything else as tabs, the transport under the thumb. */
export const PhoneLab = (props: { stage: ReactNode; views: ReactNode }) => (
  <div className="phone">
    <div className="phone-stage">{props.stage}</div>
    <div className="phone-timeline">
      <TimelineSlider height={26} />
    </div>
    {props.views}
    <div className="phone-transport">
      <TransportButtons />
      <span className="speed">
        <Clock />
        <Speed />
      </span>
    </div>
  </div>
);
