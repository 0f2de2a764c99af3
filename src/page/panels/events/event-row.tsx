import type { StepRecord } from '../../../view/fact.ts';
import { useMomentText } from '../../words/zero.ts';

/** One step: when, who, what; a press goes there. */
export const EventRow = (props: {
  record: StepRecord;
  text: string;
  who: string;
  current: boolean;
  position: number;
  count: number;
  onJump: () => void;
}) => {
  const say = useMomentText();
  const { record, current } = props;
  return (
    <div role="listitem" aria-setsize={props.count} aria-posinset={props.position}>
      <button
        type="button"
        className={`event-row${current ? ' current' : ''}${record.routine ? ' routine' : ''}`}
        aria-current={current ? 'step' : undefined}
        onClick={props.onJump}
      >
        <span className="event-step">{record.step + 1}</span>
        <span className="event-time">{say(record.time)}</span>
        <span className="event-who">{props.who}</span>
        <span className="event-text">{props.text}</span>
      </button>
    </div>
  );
};
