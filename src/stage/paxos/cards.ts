import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail } from '../../view/paxos.ts';
import { textWidth } from '../geometry.ts';
import { at, group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { isDown, stateWord } from '../states.ts';
import { HIDDEN, veiled } from '../veil.ts';
import { changeMark, cropBox, disk, frameShapes } from './card-frame.ts';
import { ballotText, keptOf, LEAST_TEXT, linesOf, voteText } from './card-lines.ts';
import type { CardOptions, Subject } from './card-lines.ts';
import { chip, chipNeeds, fitting } from './chips.ts';
import { DISK, HEAD, HIGH_ROW, NARROW, ROW } from './plan.ts';
import type { PaxosLayout } from './plan.ts';
import { slotsOf } from './slots.ts';
import type { Slot } from './slots.ts';
import { everybody } from './who.ts';
import type { Who } from './who.ts';

/** A card for each process: what it has promised, accepted, proposes, has learned. */
export const cardShapes = (
  frame: Frame<PaxosDetail>,
  layout: PaxosLayout,
  options: CardOptions,
): readonly Shape[] =>
  everybody(frame.detail).flatMap((who, _, all) => {
    const process = frame.processes.find(({ pid }) => pid === who.pid);
    const view = frame.detail.processes.find(({ pid }) => pid === who.pid);
    const card = layout.cards.get(who.pid);
    return process === undefined || view === undefined || card === undefined
      ? []
      : [
          cardShape(
            { frame, who, process, view, card },
            options,
            slotsOf(inLine(who, all, layout), card.box.width),
          ),
        ];
  });

/** The cards that stand in line with this one: all of a row, those of its kind in columns. */
const inLine = (who: Who, all: readonly Who[], { columns }: PaxosLayout): readonly Who[] =>
  columns
    ? all.filter((one) => one.acceptor === who.acceptor && one.proposer === who.proposer)
    : all;

function cardShape(subject: Subject, options: CardOptions, slots: readonly Slot[]): Shape {
  const { process, card } = subject;
  const { x, y } = card.box;
  const { pid } = process;
  const selected = options.selected === pid;
  const changed = options.changed?.pid === pid ? options.changed : null;
  const down = isDown(process);
  const children: Shape[] = [];
  if (changed !== null) children.push(changeMark(card.box, options.reducedMotion === true));
  children.push(...frameShapes(process, card.box));
  if (selected) children.push(cropBox(card.box));
  const inner = card.form === 'tall' ? tall(subject, options) : flat(subject, options, slots);
  children.push(group(inner, { className: down ? 'dim' : '', role: 'presentation' }));
  return group(children, {
    key: `process-${pid}`,
    className: `card ${process.liveness}`,
    role: 'button',
    label: nameOf(subject, options),
    action: { select: pid },
    selected,
    transform: at(x, y),
  });
}

/** `A3, promised 6, accepted none`, and what is wrong with it. */
function nameOf({ process, view, who }: Subject, { words, veil }: CardOptions): string {
  const { say } = words;
  const none = say('none');
  const state = veiled(veil, process.pid, 'state') ? HIDDEN : stateWord(process, words);
  if (!who.acceptor || view.acceptor === null)
    return say('otherName', { name: process.name, state });
  const promised = ballotText(view.acceptor.promised, none);
  const accepted = voteText(view.acceptor, none);
  const name = say('acceptorName', {
    name: process.name,
    promised: veiled(veil, process.pid, 'promised') ? HIDDEN : promised,
    accepted: veiled(veil, process.pid, 'accepted') ? HIDDEN : accepted,
  });
  return process.liveness === 'up' ? name : say('otherName', { name, state });
}

/** Name and role above, a line for each thing below. */
function tall(subject: Subject, options: CardOptions): Shape[] {
  const { process, card } = subject;
  const { width } = card.box;
  const narrow = width < NARROW;
  const pad = narrow ? 8 : 14;
  const shapes: Shape[] = [
    text(pad, 28, process.name, { className: 'nm', style: { fontSize: narrow ? 18 : 21 } }),
    ...aside(
      subject,
      options,
      width - pad,
      width - 2 * pad - textWidth(process.name, narrow ? 18 : 21) - 6,
    ),
    path(`M${pad} ${HEAD - 2}H${round(width - pad)}`, { className: 'hair' }),
  ];
  linesOf(subject, options).forEach((line, i) => {
    const top = HEAD + i * (narrow ? HIGH_ROW : ROW);
    const y = narrow ? top + 30 : top + 18;
    const right = width - pad;
    // Beside a word; a long ballot makes that smaller before it loses a letter itself.
    const gap = line.written ? 4 : 7;
    const beside = (size: number): number => right - pad - textWidth(line.word, size) - gap;
    const small = narrow || (line.label !== null && chipNeeds(line.label) > beside(13));
    const word = text(pad, narrow ? top + 13 : y + 4.5, line.word, {
      className: small ? 'xs i2' : 's i2',
    });
    const most = narrow ? width - 2 * pad : beside(small ? 12 : 13);
    const value =
      line.label === null
        ? [text(right, y + 4.5, line.none, { anchor: 'end', className: 's' })]
        : chip(line.kind, line.label, line.claim, { x: right, y, most, written: line.written });
    shapes.push(group([word, ...value], { key: line.key }));
  });
  const kept = keptOf(subject, options);
  if (kept !== null) {
    const y = card.box.height - DISK / 2 + 3;
    const beside = narrow ? 15 : 17;
    const rest = width - pad - beside - 3;
    const least = options.least ?? LEAST_TEXT;
    shapes.push(
      group(
        [
          disk(pad, y - 4, kept.same),
          text(
            pad + beside,
            round(y),
            fitting(textWidth(kept.text, least) <= rest ? kept.text : kept.short, rest, least),
            {
              className: kept.same ? 'xs i2' : 'xs b',
            },
          ),
        ],
        { key: 'kept' },
      ),
    );
  }
  return shapes;
}

/** Everything in one line; the words stand once above all cards. */
function flat(subject: Subject, options: CardOptions, slots: readonly Slot[]): Shape[] {
  const { process, card } = subject;
  const { height } = card.box;
  const y = height / 2;
  const size = height < 32 ? 14 : 17;
  const shapes: Shape[] = [
    text(8, round(y + size * 0.36), process.name, { className: 'nm', style: { fontSize: size } }),
  ];
  for (const line of linesOf(subject, options)) {
    const slot = slots.find(({ key }) => key === line.key);
    if (slot === undefined) continue;
    const { most } = slot;
    const right = round(slot.right);
    shapes.push(
      group(
        line.label === null
          ? [
              text(right - 2, round(y + 4.5), '–', {
                anchor: 'end',
                className: 's i2',
                title: `${line.word}: ${options.words.say('none')}`,
              }),
            ]
          : chip(line.kind, line.label, line.claim, { x: right, y, most, written: line.written }),
        { key: line.key },
      ),
    );
  }
  return shapes;
}

/** At the right of the name: the role, and what it is doing. */
function aside(subject: Subject, options: CardOptions, x: number, most: number): Shape[] {
  const { process, who } = subject;
  const { words } = options;
  const hidden = veiled(options.veil, process.pid, 'state');
  const role = who.proposer ? words.say('proposer') : who.acceptor ? '' : words.say('learner');
  const plain = process.liveness === 'up' && !who.proposer;
  const state = hidden ? HIDDEN : plain ? '' : stateWord(process, words);
  const shown = [role, state].filter(
    (word) => word !== '' && textWidth(word, options.least ?? LEAST_TEXT) <= most,
  );
  return shown.map((word, i) =>
    text(round(x), shown.length === 1 ? 27 : 17 + i * 16, word, {
      anchor: 'end',
      className: word === state && process.liveness !== 'up' ? 'xs w-crashed b' : 'xs i2',
    }),
  );
}
