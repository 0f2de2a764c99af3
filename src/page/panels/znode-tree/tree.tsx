import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { RowOptions } from '../../../stage/znode/row.ts';
import type { Veil } from '../../../stage/veil.ts';
import { GLYPH } from '../../../stage/znode/glyphs.ts';
import { glyphX, indentFor } from '../../../stage/znode/row.ts';
import { ROW } from '../../../stage/znode/tree.ts';
import type { TreeRow } from '../../../view/zookeeper-ask.ts';
import { useMedia } from '../../browser/use-media.ts';
import { useScale } from '../../browser/use-scale.ts';
import { useSize } from '../../browser/use-size.ts';
import { moveFor, typedTo } from './keys.ts';
import { Row } from './row.tsx';
import { scrollFor, windowAround } from './window.ts';
import type { RowWindow } from './window.ts';

/** What is known of a tree: some of its rows. */
export interface Known {
  readonly first: number;
  readonly total: number;
  readonly rows: readonly TreeRow[];
}

/** A row that is to be brought in sight. */
export interface Sought {
  readonly row: number;
}

interface TreeProps {
  name: string;
  known: Known | null;
  selected: string | null;
  /** What changed is lit. */
  fresh: RowOptions['fresh'];
  say: RowOptions['say'];
  nameOf: RowOptions['nameOf'];
  /** What the open question hides. */
  veil?: Veil;
  describe: (row: TreeRow) => string;
  sought: Sought | null;
  onSelect: (path: string) => void;
  onFold: (row: TreeRow, open: boolean) => void;
  /** A node that may have no row in the window: it is selected and brought in sight. */
  onGoTo: (path: string) => void;
  /** A row that is not known yet: its node is to be selected. */
  onGoToRow: (row: number) => void;
  onWindow: (window: RowWindow) => void;
}

const NOTHING: Veil = [];

/** Height of a row that a finger meets, drawing units. */
const TOUCH_ROW = 40;
/** Left of the glyph, to the mark that folds and a little further, drawing units. */
const REACH = 22;
/** Letters typed with no longer pause between them are one word, ms. */
const WORD = 600;

/**
 * Rows of a tree, of which only those in sight are in the document. The focus stays on the tree and
 * its selected row is the active one [ARIA tree pattern, `aria-activedescendant`]: libraries' trees
 * want all items, or move the focus to an item, which a window may take away.
 */
export const Tree = (props: TreeProps) => {
  const { known, selected, sought, onWindow, onSelect, onGoTo, onGoToRow, onFold } = props;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const [scrolled, setScrolled] = useState(0);
  /** The row of the selected node, for when it is not among those that are known. */
  const cursor = useRef(-1);
  const typed = useRef({ text: '', at: 0 });
  const rowUnits = useMedia('(pointer: coarse)') ? TOUCH_ROW : ROW;
  const scale = useScale();
  const rowHeight = rowUnits * scale;

  const seen = Math.ceil(size.height / rowHeight) + 1;
  const { first, most } = windowAround(Math.floor(scrolled / rowHeight), seen);
  useEffect(() => {
    if (size.height > 0) onWindow({ first, most });
  }, [first, most, size.height, onWindow]);

  const show = (row: number): void => {
    const element = place.current;
    if (element === null) return;
    cursor.current = row;
    const { scrollTop: top, clientHeight: height } = element;
    const to = scrollFor(row, { top, height, rowHeight });
    if (to !== null) element.scrollTop = to;
  };
  const showSought = useEffectEvent(show);
  useLayoutEffect(() => {
    if (sought !== null) showSought(sought.row);
  }, [sought]);

  // The selected node stays in sight when its card takes room, or gives it back.
  const keepInSight = useEffectEvent(() => {
    if (active !== undefined) show(offset + found);
  });
  useLayoutEffect(() => {
    keepInSight();
  }, [size.height, selected]);

  const rows = known?.rows ?? [];
  const offset = known?.first ?? 0;
  const found = rows.findIndex(({ path }) => path === selected);
  const active = rows[found];

  const goTo = (row: number): void => {
    show(row);
    const there = rows[row - offset];
    if (there === undefined) onGoToRow(row);
    else onSelect(there.path);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (known === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key.length === 1 && key !== ' ' && key !== '?') {
      const { text, at } = typed.current;
      const now = performance.now();
      typed.current = { text: now - at < WORD ? text + key : key, at: now };
      const to = typedTo(rows, selected, typed.current.text);
      // Letters are the tree's here, not the lab's.
      event.stopPropagation();
      if (to !== null) onGoTo(to.path);
      return;
    }
    const page = Math.max(1, seen - 2);
    const index = active === undefined ? (selected === null ? -1 : cursor.current) : offset + found;
    const move = moveFor(key, { index, total: known.total, page, row: active ?? null });
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    if ('fold' in move) onFold(move.fold, move.open);
    else if ('toPath' in move) onGoTo(move.toPath);
    else goTo(move.to);
  };

  const width = size.width / scale;
  const indent = indentFor(Math.max(0, ...rows.map(({ depth }) => depth)), width);

  const press = (event: MouseEvent): void => {
    const element = event.target instanceof Element ? event.target.closest('[data-path]') : null;
    const row = rows.find(({ path }) => path === element?.getAttribute('data-path'));
    if (element === null || row === undefined) return;
    onSelect(row.path);
    const x = (event.clientX - element.getBoundingClientRect().left) / scale;
    const glyph = glyphX(row.depth, indent);
    // A press by a program or a screen reader has no place.
    const onMark = event.detail > 0 && x > glyph - REACH && x < glyph + GLYPH + 3;
    const folds = event.type === 'dblclick' ? !onMark : onMark;
    if (folds && row.children > 0) onFold(row, !row.open);
  };

  return (
    <div
      ref={place}
      role="tree"
      aria-label={props.name}
      tabIndex={0}
      className="znode-tree"
      {...(active === undefined ? {} : { 'aria-activedescendant': `${id}-${offset + found}` })}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onClick={press}
      onDoubleClick={press}
      // Rows may be taken away while one scrolls; the tree stays.
      onFocus={(event) => {
        if (event.target !== place.current) place.current?.focus({ preventScroll: true });
      }}
    >
      <div role="none" style={{ height: (known?.total ?? 0) * rowHeight }}>
        {width > 0 &&
          rows.map((row, index) => (
            <Row
              key={row.path}
              row={row}
              id={`${id}-${offset + index}`}
              top={(offset + index) * rowHeight}
              scale={scale}
              width={width}
              height={rowUnits}
              indent={indent}
              selected={row.path === selected}
              fresh={row.touched ? (props.fresh ?? null) : null}
              say={props.say}
              nameOf={props.nameOf}
              veil={props.veil ?? NOTHING}
              describe={props.describe}
            />
          ))}
      </div>
    </div>
  );
};
