import { useTranslations } from 'use-intl';
import type { InspectRow } from '../../../view/inspect.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import { timerText } from '../../words/fact-sentence.ts';
import { useTale } from '../../words/use-tale.ts';
import { Remaining } from '../remaining.tsx';

interface TimerRowProps {
  pid: Pid;
  timer: InspectRow;
  /** The time at which the row was true. */
  time: Micros;
  onDo: (what: Intervention) => void;
}

/** One timer that is set: what for, how long still, and what a person may do to it. */
export const TimerRow = ({ pid, timer: row, time, onDo }: TimerRowProps) => {
  const t = useTranslations('panels.inspector.timer');
  const { term: timer, value, held = false } = row;
  const name = timerText(timer, useTale());
  const deed = (kind: 'fire-timer' | 'hold-timer' | 'release-timer', text: string) => (
    <Button
      kind="small"
      aria-label={t('deed', { deed: text, timer: name })}
      onPress={() => onDo({ kind, pid, timer })}
    >
      {text}
    </Button>
  );
  return (
    <li className="timer-row">
      <span className="timer-name">{name}</span>
      <span className="timer-left">
        {held || typeof value !== 'number' ? t('held') : <Remaining until={time + value} />}
      </span>
      <span className="timer-deeds">
        {deed('fire-timer', t('fire'))}
        {held ? deed('release-timer', t('release')) : deed('hold-timer', t('hold'))}
      </span>
    </li>
  );
};
