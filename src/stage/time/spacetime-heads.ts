import type { ProcessView } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import { boldWidth, textWidth, trimmed } from '../geometry.ts';
import type { LaneNote, LaneNotes } from '../lane-notes.ts';
import { group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { SpacetimeRoom } from './spacetime-room.ts';
import { isDown, ringKind, stateWord, wordClass } from '../states.ts';
import type { StageWords } from '../words.ts';

export interface HeadOptions {
  readonly words: StageWords;
  readonly selected?: Pid | null;
  readonly notes?: LaneNotes;
}

/** Lanes closer than this have small heads. */
const CLOSE = 13;

/** What stands at the left end of the lanes: names, and what each stands for now. */
export const laneHeads = (
  processes: readonly ProcessView[],
  { lanes, heads, gap }: SpacetimeRoom,
  options: HeadOptions,
): readonly Shape[] =>
  processes.map((process, i) =>
    gap < CLOSE && heads > 150
      ? smallHead(process, lanes, 23 + (i % 2) * round((heads - 29) / 2), options)
      : laneHead(process, lanes, heads, options),
  );

const noteColour = ({ claim }: LaneNote): string =>
  claim === null ? 'var(--ink)' : claimColour(claim);

const noteClass = (size: string, { state }: LaneNote): string =>
  state === undefined ? size : `${size} ${state}`;

/** Name and note at the left end of a lane. */
function laneHead(
  process: ProcessView,
  lanes: ReadonlyMap<Pid, number>,
  left: number,
  options: HeadOptions,
): Shape {
  const y = lanes.get(process.pid) ?? 0;
  const note = options.notes?.get(process.pid);
  const selected = options.selected === process.pid;
  const x = left < 120 ? 10 : 23;
  const down = isDown(process);
  const children: Shape[] = [
    text(x, y + 5, process.name, { className: down ? 'm b w-crashed' : 'm b' }),
  ];
  if (selected) {
    children.push(
      path(`M${x - 8} ${y - 9}V${y + 9}`, { style: { stroke: 'var(--ink)', strokeWidth: 3 } }),
    );
  }
  const second = x + Math.max(35, textWidth(process.name, 15) + 12);
  if (down || note === undefined) {
    if (left - second > 60) {
      children.push(
        text(second, y + 4, stateWord(process, options.words), {
          className: `xs ${wordClass(ringKind(process))}`,
        }),
      );
    }
  } else {
    const { plain, sign, label } = note;
    const wide = plain !== null && left - second > 84;
    const plainWidth = plain === null ? 0 : Math.max(28, textWidth(plain, 13) + 6);
    if (wide) {
      children.push(
        text(second, y + 4, plain, { className: 's i2' }),
        text(second + plainWidth, y + 4, sign, { className: 's i2' }),
      );
    }
    const signWidth = sign === '' ? 0 : 20;
    const at = round(wide ? second + plainWidth + signWidth : second);
    // Half a word says nothing: the stage has the whole one.
    if (at + textWidth(label, 13.5) <= left + 4) {
      children.push(
        text(at, y + 4.5, label, {
          className: noteClass('s b', note),
          style: { fill: noteColour(note) },
        }),
        ...aboutShapes(note, at + boldWidth(label, 13.5) + 8, left, y + 4.5),
      );
    }
  }
  return group(children, {
    key: `head-${process.pid}`,
    action: { select: process.pid },
    selected,
  });
}

/** So many letters are the least that say something. */
const LEAST_ABOUT = 6;

function aboutShapes({ about = '' }: LaneNote, x: number, right: number, y: number): Shape[] {
  const shown = trimmed(about, right - x, 12);
  const cut = shown !== about;
  if (about === '' || (cut && shown.length < LEAST_ABOUT)) return [];
  return [text(round(x), y, shown, { key: 'about', className: 'xs i2', title: about })];
}

/** Lanes close together: name and claim alone, every second one further right. */
function smallHead(
  process: ProcessView,
  lanes: ReadonlyMap<Pid, number>,
  x: number,
  options: HeadOptions,
): Shape {
  const y = (lanes.get(process.pid) ?? 0) + 4;
  const note = options.notes?.get(process.pid);
  const down = isDown(process);
  const selected = options.selected === process.pid;
  const mark = path(`M${x - 8} ${y - 10}V${y + 2}`, {
    style: { stroke: 'var(--ink)', strokeWidth: 3 },
  });
  return group(
    [
      text(x, y, process.name, { className: down ? 'xs b w-crashed' : 'xs b' }),
      ...(selected ? [mark] : []),
      ...(down || note === undefined
        ? []
        : [
            text(x + Math.max(26, round(textWidth(process.name, 12) + 10)), y, note.label, {
              className: noteClass('xs b', note),
              style: { fill: noteColour(note) },
            }),
          ]),
    ],
    { key: `head-${process.pid}`, action: { select: process.pid }, selected },
  );
}
