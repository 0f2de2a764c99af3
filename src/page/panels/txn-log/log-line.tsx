import { useTranslations } from 'use-intl';
import { logCell, roomForName } from '../../../stage/zookeeper/log-cells.ts';
import type { LogEntryView } from '../../../view/zookeeper-ask.ts';
import { zxidText } from '../../../view/zxid.ts';
import { DrawingView } from '../../draw/drawing-view.tsx';

/** One line of cells. Places whose cells are not known yet stay empty. */
export const LogLine = (props: {
  /** What the ids of its cells begin with. */
  id: string;
  first: number;
  /** Cells of a whole line. */
  columns: number;
  cells: ReadonlyMap<number, LogEntryView>;
  /** How many places there are in all. */
  length: number;
  active: number | null;
  onOpen: (entry: LogEntryView) => void;
  onJump: (entry: LogEntryView) => void;
}) => {
  const t = useTranslations('txnLog');
  const nameOf = useCellName();
  const { first, columns } = props;
  const line = Array.from({ length: Math.min(columns, props.length - first) }, (_, column) =>
    props.cells.get(first + column),
  );
  return (
    <div className="log-line" role="presentation">
      {line.map((entry, column) => {
        const place = first + column;
        if (entry === undefined) return <span key={place} className="log-cell" />;
        const selected = place === props.active;
        return (
          // The list has the focus and the keys: its cells are what they lead to.
          <div
            key={place}
            id={`${props.id}-${place}`}
            className="log-cell"
            role="option"
            tabIndex={-1}
            aria-selected={selected}
            aria-setsize={props.length}
            aria-posinset={place + 1}
            title={nameOf(entry)}
            onClick={() => props.onOpen(entry)}
            onDoubleClick={() => props.onJump(entry)}
            // A screen reader may press it by itself; all other keys are the list's.
            onKeyDown={(event) => {
              if (event.key === ' ') props.onOpen(entry);
            }}
          >
            <span className="vh">{nameOf(entry)}</span>
            <DrawingView
              drawing={logCell(entry, {
                selected,
                snapshot: t('snapshotShort'),
                room: roomForName(line, column, columns),
              })}
            />
          </div>
        );
      })}
    </div>
  );
};

/** `0·5 setData /app, applied`. */
const useCellName = (): ((entry: LogEntryView) => string) => {
  const t = useTranslations('txnLog');
  return (entry) => {
    if (entry.kind === 'snapshot') return t('snapshotName', { zxid: zxidText(entry.zxid) });
    const { zxid, type, path, durable, applied, failed } = entry.txn;
    const state = applied ? 'applied' : durable ? 'durable' : 'appended';
    const what = `${type} ${path}`.trim();
    return t(failed ? 'failedName' : 'txnName', {
      zxid: zxidText(zxid),
      what,
      state: t(`state.${state}`),
    });
  };
};
