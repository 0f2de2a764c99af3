import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { VList } from 'virtua';
import type { VListHandle } from 'virtua';
import type { Frame } from '../../../view/frame.ts';
import type { Micros } from '../../../view/time.ts';
import { useTale } from '../../words/use-tale.ts';
import { useLoose } from '../../words/use-words.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';
import { useRecorded } from '../history/use-records.ts';
import { around } from '../history/window.ts';
import { nameOf } from '../state-word.ts';
import { EventFilters } from './event-filters.tsx';
import { EventRow } from './event-row.tsx';
import { currentIndex, filterRecords } from './filter.ts';
import type { EventFilter } from './filter.ts';
import { FIRST_LOOK, lookEarlier, lookFurther } from './look-back.ts';
import { stepText } from './step-text.ts';
import './events.css';

/** Steps shown after the present one. */
const AFTER = 400;

interface EventListProps {
  frame: Frame;
  /** Whether pings and waiting are listed. */
  routine: boolean;
  /** An open question hides what comes later. */
  hideFuture: boolean;
  /** Nor is what has happened after this told, though it is past. */
  toldUntil?: Micros;
  acts: Pick<Acts, 'send' | 'seek'>;
}

/** What happened, in sentences; the present place is marked, a press goes elsewhere. */
export const EventList = (props: EventListProps) => {
  const { frame, routine, hideFuture, toldUntil = Infinity, acts } = props;
  const t = useTranslations('panels.events');
  const tale = useTale();
  const panels = useLoose('panels');
  const [filter, setFilter] = useState<EventFilter>({ kind: null, pid: null });
  const [back, setBack] = useState(FIRST_LOOK);
  const [after, setAfter] = useState(AFTER);
  const list = useRef<VListHandle>(null);

  const end = hideFuture ? frame.position : frame.length;
  const stretch = around(frame.position, end, back.steps, after);
  const { records, whole } = useRecorded(acts.send, {
    branch: frame.branch,
    all: routine,
    ...stretch,
  });
  const told = records.filter(({ time }) => time <= toldUntil);
  const shown = filterRecords(told, filter);
  const current = currentIndex(shown, frame.position);
  const seen = { rows: current + 1, from: stretch.from };
  const further = whole ? lookFurther(back, seen) : null;
  if (further !== null) setBack(further);

  useEffect(() => {
    if (current >= 0) list.current?.scrollToIndex(current, { align: 'nearest' });
  }, [current]);

  const name = (pid: number): string => nameOf(frame, pid);
  return (
    <div className="events-panel">
      <EventFilters processes={frame.processes} filter={filter} onChange={setFilter} />
      {stretch.from > 0 && (
        <Button kind="quiet" onPress={() => setBack(lookEarlier(back, seen))}>
          {t('earlier')}
        </Button>
      )}
      {shown.length === 0 && <p className="quiet-text">{t(whole ? 'none' : 'loading')}</p>}
      <VList ref={list} role="list" aria-label={t('name')} className="events-list" data={shown}>
        {(record, index) => (
          <EventRow
            key={record.step}
            record={record}
            text={stepText(record, tale, panels)}
            who={record.pid === null ? '' : name(record.pid)}
            current={index === current}
            position={index + 1}
            count={shown.length}
            onJump={() => void acts.seek(record.step + 1)}
          />
        )}
      </VList>
      {hideFuture && (frame.length > end || told.length < records.length) && (
        <p className="quiet-text">{t('veiled')}</p>
      )}
      {stretch.to < end && (
        <Button kind="quiet" onPress={() => setAfter(after + AFTER)}>
          {t('later')}
        </Button>
      )}
    </div>
  );
};
