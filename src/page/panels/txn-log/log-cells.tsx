import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { VList } from 'virtua';
import type { VListHandle } from 'virtua';
import { LOG_CELL } from '../../../stage/zookeeper/log-cells.ts';
import type { Pid } from '../../../view/time.ts';
import type { LogEntryView } from '../../../view/zookeeper-ask.ts';
import { useSize } from '../../browser/use-size.ts';
import { useAsk, useAsked } from '../../sim/use-answers.ts';
import { LogLine } from './log-line.tsx';
import { gridOf, placeBy, windowOf } from './grid.ts';

const LINE = LOG_CELL.height + 4;

interface LogCellsProps {
  server: Pid;
  /** The place that is shown open, and where the keys are. */
  active: number | null;
  onOpen: (entry: LogEntryView) => void;
  onLength: (length: number) => void;
  /** Twice on a cell: to its event. */
  onJump: (entry: LogEntryView) => void;
}

/**
 * The cells of a log in lines, drawn only where they are seen. While the newest one is in sight, it
 * stays in sight.
 */
export const LogCells = ({ server, active, onOpen, onLength, onJump }: LogCellsProps) => {
  const t = useTranslations('txnLog');
  const ask = useAsk();
  const place = useRef<HTMLDivElement>(null);
  const list = useRef<VListHandle>(null);
  const id = useId();
  const { width, height } = useSize(place);
  const [top, setTop] = useState(0);
  const atEnd = useRef(true);
  const [known, setKnown] = useState(0);
  const grid = gridOf(width, LOG_CELL.width, known);
  const visible = Math.max(1, Math.ceil(height / LINE));
  const answer = useAsked({ ask: 'log', server, ...windowOf(grid, top, visible) });
  const length = answer?.length ?? known;
  if (length !== known) setKnown(length);

  const cells = new Map((answer?.cells ?? []).map((entry) => [entry.place, entry]));

  useEffect(() => {
    onLength(length);
  }, [length, onLength]);
  useEffect(() => {
    if (atEnd.current && active === null)
      list.current?.scrollToIndex(grid.lines - 1, { align: 'end' });
  }, [grid.lines, grid.columns, active]);
  useEffect(() => {
    if (active === null) return;
    list.current?.scrollToIndex(Math.floor(active / grid.columns), { align: 'nearest' });
  }, [active, grid.columns]);

  const scrolled = (offset: number): void => {
    setTop(Math.floor(offset / LINE));
    const { scrollSize = 0, viewportSize = 0 } = list.current ?? {};
    atEnd.current = offset + viewportSize >= scrollSize - LINE / 2;
  };
  const open = async (to: number): Promise<void> => {
    const known =
      cells.get(to) ?? (await ask({ ask: 'log', server, first: to, most: 1 }))?.cells[0];
    if (known !== undefined) onOpen(known);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && active !== null) {
      const entry = cells.get(active);
      if (entry !== undefined) onJump(entry);
      return;
    }
    const from = active ?? length - 1;
    const to = active === null ? from : placeBy(event.key, from, grid, length, visible);
    if (to === null || length === 0) return;
    if (active === null && placeBy(event.key, 0, grid, length, 1) === null) return;
    event.preventDefault();
    event.stopPropagation();
    void open(to);
  };

  return (
    <div ref={place} className="log-cells">
      {length === 0 && answer !== null ? (
        <p className="quiet-text">{t('empty')}</p>
      ) : (
        <VList
          ref={list}
          // Only how many lines there are: each is made when it comes in sight.
          data={{ length: grid.lines } as ArrayLike<undefined>}
          itemSize={LINE}
          role="listbox"
          aria-label={t('cells')}
          aria-orientation="horizontal"
          tabIndex={0}
          {...(active === null ? {} : { 'aria-activedescendant': `${id}-${active}` })}
          onKeyDown={pressed}
          onScroll={scrolled}
          className="log-list"
        >
          {(_, line) => (
            <LogLine
              key={line}
              id={id}
              first={line * grid.columns}
              columns={grid.columns}
              cells={cells}
              length={length}
              active={active}
              onOpen={onOpen}
              onJump={onJump}
            />
          )}
        </VList>
      )}
    </div>
  );
};
