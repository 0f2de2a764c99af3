import type { Size } from '../../geometry.ts';

/** Where everything stands in one half; the other half has the same numbers. */
export interface FuturesRoom {
  readonly width: number;
  readonly height: number;
  /** Of one future. */
  readonly half: number;
  /** Two futures below one another would be too small: rows are short, and words stand in fewer places. */
  readonly narrow: boolean;
  readonly titleY: number;
  readonly verdictY: number;
  /** Base line of the names above the columns. */
  readonly headY: number;
  /** The middle of the first row, and from one to the next. */
  readonly firstY: number;
  readonly pitch: number;
  readonly radius: number;
  readonly ringX: number;
  readonly wordX: number;
  readonly logX: number;
  readonly cell: Size;
  /** Round the cells of a log. */
  readonly pad: { readonly x: number; readonly y: number };
  readonly clientY: number;
  readonly treeY: number;
  /** Text of two lines fits beside a ring. */
  readonly tall: boolean;
}

const NARROW = 640;
const TREE = 58;
/** Right of the logs: what is sent from one to another. */
const SENT = 140;
/** Smaller rings have their names beside them. */
export const LEAST_NAMED = 12;

/** @param tree the tree of both runs stands below them */
export function futuresRoom(size: Size, rows: number, columns: number, tree: boolean): FuturesRoom {
  const { width, height } = size;
  const narrow = width < NARROW;
  const half = width / 2;
  const head = narrow ? 96 : 112;
  const clientHeight = narrow ? 64 : 66;
  const room = Math.max(rows * 22, height - head - clientHeight - (tree ? TREE : 0));
  const pitch = Math.min(narrow ? 74 : 86, room / rows);
  const tall = pitch >= 44;
  const radius = Math.max(8, Math.min(narrow ? 13 : 28, pitch * (tall ? 0.36 : 0.38)));
  const named = radius >= LEAST_NAMED;
  const ringX = narrow ? radius + 14 : 24 + Math.max(radius, 22);
  const nameRoom = named ? 0 : 24;
  const wordX = ringX + radius + nameRoom + (narrow ? 9 : tall ? 22 : 10);
  const logX = narrow ? wordX : wordX + (tall ? 118 : 164);
  const padX = narrow ? 4 : 9;
  const free = half - logX - 2 * padX - (narrow ? 12 : SENT);
  const inLine = narrow && !tall;
  const cellWidth = Math.max(28, Math.min(54, free / columns - 4));
  const cellHeight = narrow
    ? Math.min(22, inLine ? pitch - 6 : pitch - 24)
    : Math.max(14, Math.min(28, pitch - (tall ? 18 : 8)));
  const firstY = head + pitch / 2;
  return {
    width,
    height,
    half,
    narrow,
    tall,
    pitch,
    radius,
    ringX,
    wordX,
    logX,
    firstY,
    titleY: narrow ? 22 : 38,
    verdictY: narrow ? 58 : 79,
    headY: tall && !narrow ? firstY - cellHeight / 2 - 22 : head - 6,
    cell: { width: cellWidth, height: cellHeight },
    pad: { x: padX, y: narrow ? (inLine ? 1 : 4) : tall ? 9 : 2 },
    clientY: head + rows * pitch + clientHeight / 2 - (narrow ? 10 : 6),
    treeY: height - TREE,
  };
}

export const rowY = ({ firstY, pitch }: FuturesRoom, row: number): number => firstY + row * pitch;
