import type { Frame, ProcessView } from '../../view/frame.ts';
import type { AcceptorView, PaxosDetail, PaxosProcessView } from '../../view/paxos.ts';
import type { Pid } from '../../view/time.ts';
import type { Box } from '../geometry.ts';
import { textWidth } from '../geometry.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { isDown, stateWord } from '../states.ts';
import { HIDDEN, veiled } from '../veil.ts';
import type { Veil } from '../veil.ts';
import type { StageWords } from '../words.ts';
import type { PaxosChange } from './changes.ts';
import { CHIP, chip } from './chips.ts';
import type { ChipKind } from './chips.ts';
import { HEAD, HIGH_ROW, NARROW, ROW } from './layout.ts';
import type { Card, PaxosLayout } from './layout.ts';
import { claimOf, everybody, valueClaim } from './who.ts';
import type { Who } from './who.ts';

export interface CardOptions {
  readonly words: StageWords;
  readonly selected?: Pid | null;
  readonly changed?: PaxosChange | null;
  /** What changed gets a dotted outline instead of a glow. */
  readonly reducedMotion?: boolean;
  readonly veil?: Veil;
}

/** One line of a card. */
interface Line {
  readonly key: 'proposes' | 'promised' | 'accepted' | 'learned';
  readonly word: string;
  /** Null: nothing yet. */
  readonly label: string | null;
  readonly kind: ChipKind;
  readonly claim: number | null;
  /** Whether it is on disk, where it belongs there. */
  readonly written: boolean;
}

/** A card for each process: what it has promised, accepted, proposes, has learned. */
export const cardShapes = (
  frame: Frame<PaxosDetail>,
  layout: PaxosLayout,
  options: CardOptions,
): readonly Shape[] =>
  everybody(frame.detail).flatMap((who) => {
    const process = frame.processes.find(({ pid }) => pid === who.pid);
    const view = frame.detail.processes.find(({ pid }) => pid === who.pid);
    const card = layout.cards.get(who.pid);
    return process === undefined || view === undefined || card === undefined
      ? []
      : [cardShape({ frame, who, process, view, card }, options)];
  });

interface Subject {
  readonly frame: Frame<PaxosDetail>;
  readonly who: Who;
  readonly process: ProcessView;
  readonly view: PaxosProcessView;
  readonly card: Card;
}

const ballotText = (ballot: number, none: string): string => (ballot === 0 ? none : String(ballot));

const voteText = ({ accBallot, accValue }: AcceptorView, none: string): string =>
  accValue === null ? none : `${accBallot}: ${accValue}`;

function cardShape(subject: Subject, options: CardOptions): Shape {
  const { process, card, who } = subject;
  const { width, height, x, y } = card.box;
  const { pid } = process;
  const selected = options.selected === pid;
  const changed = options.changed?.pid === pid ? options.changed : null;
  const down = isDown(process);
  const children: Shape[] = [];
  if (changed !== null) children.push(changeMark(card.box, options.reducedMotion === true));
  children.push(...frameShapes(process, card.box));
  if (selected) children.push(cropBox(card.box));
  const inner = card.form === 'tall' ? tall(subject, options) : flat(subject, options);
  children.push(group(inner, { className: down ? 'dim' : '', role: 'presentation' }));
  return group(children, {
    key: `process-${pid}`,
    className: `card ${process.liveness}`,
    role: 'button',
    label: nameOf(subject, options),
    action: { select: pid },
    selected,
    transform: at(x, y),
    ...(who.acceptor && width > 0 && height > 0 ? {} : {}),
  });
}

/** `A3, promised 6, accepted none`, and what is wrong with it. */
function nameOf({ process, view, who }: Subject, { words, veil }: CardOptions): string {
  const { paxos } = words;
  const state = veiled(veil, process.pid, 'state') ? HIDDEN : stateWord(process, words);
  if (!who.acceptor || view.acceptor === null) return paxos.otherName(process.name, state);
  const promised = ballotText(view.acceptor.promised, paxos.none);
  const accepted = voteText(view.acceptor, paxos.none);
  const name = paxos.acceptorName(
    process.name,
    veiled(veil, process.pid, 'promised') ? HIDDEN : promised,
    veiled(veil, process.pid, 'accepted') ? HIDDEN : accepted,
  );
  return process.liveness === 'up' ? name : paxos.otherName(name, state);
}

/** The lines of a card, from what it is. */
function linesOf({ frame, view, who }: Subject, { words, veil }: CardOptions): readonly Line[] {
  const { detail } = frame;
  const { paxos } = words;
  const hidden = (field: 'promised' | 'accepted' | 'proposes'): boolean =>
    veiled(veil, view.pid, field);
  const line = (
    key: Line['key'],
    word: string,
    label: string | null,
    kind: ChipKind,
    claim: number | null,
    written = true,
  ): Line => ({ key, word, label, kind, claim, written });
  const lines: Line[] = [];
  const { acceptor, kept, proposer, learner } = view;
  if (who.proposer) {
    const { ballot = 0, value = null, own = null } = proposer ?? {};
    const claim = claimOf(detail, ballot);
    if (hidden('proposes')) lines.push(line('proposes', paxos.proposes, HIDDEN, 'hollow', null));
    else if (ballot === 0)
      lines.push(
        line('proposes', paxos.wants, own, 'hollow', own === null ? null : valueClaim(detail, own)),
      );
    else if (value === null)
      lines.push(line('proposes', paxos.proposes, String(ballot), 'hollow', claim));
    else lines.push(line('proposes', paxos.proposes, `${ballot}: ${value}`, 'filled', claim));
  }
  if (who.acceptor) {
    const { promised = 0, accBallot = 0, accValue = null } = acceptor ?? {};
    lines.push(
      hidden('promised')
        ? line('promised', paxos.promised, HIDDEN, 'hollow', null)
        : line(
            'promised',
            paxos.promised,
            promised === 0 ? null : String(promised),
            'hollow',
            claimOf(detail, promised),
            promised === (kept?.promised ?? 0),
          ),
      hidden('accepted')
        ? line('accepted', paxos.accepted, HIDDEN, 'filled', null)
        : line(
            'accepted',
            paxos.accepted,
            accValue === null ? null : `${accBallot}: ${accValue}`,
            'filled',
            claimOf(detail, accBallot),
            accBallot === (kept?.accBallot ?? 0) && accValue === (kept?.accValue ?? null),
          ),
    );
  }
  if (who.learner) {
    const learned = learner?.learned ?? null;
    const claim = learned === null ? null : claimOf(detail, learned.ballot);
    lines.push(line('learned', paxos.learned, learned?.value ?? null, 'filled', claim));
  }
  return lines;
}

/** Name and role above, a line for each thing below. */
function tall(subject: Subject, options: CardOptions): Shape[] {
  const { process, card, who } = subject;
  const { width } = card.box;
  const { words } = options;
  const narrow = width < NARROW;
  const pad = narrow ? 9 : 14;
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
    const word = text(pad, narrow ? top + 13 : y + 4.5, line.word, {
      className: narrow ? 'xs i2' : 's i2',
    });
    const right = width - pad;
    const most = narrow ? width - 2 * pad : right - pad - textWidth(line.word, 13) - 4;
    const value =
      line.label === null
        ? [text(right, y + 4.5, words.paxos.none, { anchor: 'end', className: 's' })]
        : chip(line.kind, line.label, line.claim, { x: right, y, most, written: line.written });
    shapes.push(group([word, ...value], { key: line.key }));
  });
  const kept = keptText(subject, options);
  if (kept !== null && who.acceptor) {
    shapes.push(
      text(round(width / 2), round(card.box.height + 14), kept, {
        key: 'kept',
        anchor: 'middle',
        className: 'xs i2 halo',
      }),
    );
  }
  return shapes;
}

/** Everything in one line; the words stand once above all cards. */
function flat(subject: Subject, options: CardOptions): Shape[] {
  const { process, card } = subject;
  const { width, height } = card.box;
  const y = height / 2;
  const size = height < 32 ? 14 : 17;
  const name = textWidth(process.name, size) + 16;
  const shapes: Shape[] = [
    text(8, round(y + size * 0.36), process.name, { className: 'nm', style: { fontSize: size } }),
  ];
  const lines = linesOf(subject, options);
  const room = (width - name - 6) / Math.max(1, lines.length);
  lines.forEach((line, i) => {
    const right = name + (i + 1) * room;
    shapes.push(
      group(
        line.label === null
          ? [
              text(round(right - 4), round(y + 4.5), '–', {
                anchor: 'end',
                className: 's i2',
                title: `${line.word}: ${options.words.paxos.none}`,
              }),
            ]
          : chip(line.kind, line.label, line.claim, {
              x: round(right - 2),
              y,
              most: room - 6,
              written: line.written,
            }),
        { key: line.key },
      ),
    );
  });
  return shapes;
}

/** At the right of the name: the role, and what it is doing. */
function aside(subject: Subject, options: CardOptions, x: number, most: number): Shape[] {
  const { process, who } = subject;
  const { words } = options;
  const hidden = veiled(options.veil, process.pid, 'state');
  const role = who.proposer ? words.paxos.proposer : who.acceptor ? '' : words.paxos.learner;
  const plain = process.liveness === 'up' && !who.proposer;
  const state = hidden ? HIDDEN : plain ? '' : stateWord(process, words);
  const shown = [role, state].filter((word) => word !== '' && textWidth(word, 12) <= most);
  return shown.map((word, i) =>
    text(round(x), shown.length === 1 ? 27 : 17 + i * 16, word, {
      anchor: 'end',
      className: word === state && process.liveness !== 'up' ? 'xs w-crashed b' : 'xs i2',
    }),
  );
}

/** What is on disk, where it is not what the acceptor knows. */
function keptText({ view }: Subject, { words }: CardOptions): string | null {
  const { acceptor, kept } = view;
  if (acceptor === null || kept === null) return null;
  const same =
    acceptor.promised === kept.promised &&
    acceptor.accBallot === kept.accBallot &&
    acceptor.accValue === kept.accValue;
  if (same) return null;
  const { none, onDisk } = words.paxos;
  return onDisk(ballotText(kept.promised, none), voteText(kept, none));
}

/** The card itself: a hairline; crossed corners when it is down, hatched when it is paused. */
function frameShapes(process: ProcessView, { width, height }: Box): Shape[] {
  const down = isDown(process);
  const edge = rect(0, 0, width, height, {
    rx: 4,
    className: 'edge',
    style: {
      fill: 'var(--paper)',
      stroke: down ? 'var(--crashed)' : 'var(--ink-3)',
      strokeWidth: down ? 1.5 : 1.2,
      ...(down ? { strokeDasharray: '5 4' } : {}),
    },
  });
  if (process.liveness === 'paused') {
    return [edge, rect(0, 0, width, height, { rx: 4, style: { fill: 'url(#hatch)' } })];
  }
  if (process.liveness !== 'crashed') return [edge];
  const d = Math.min(12, height / 3);
  const w = round(width);
  const h = round(height);
  return [
    edge,
    path(`M0 0l${d} ${d}M${w} 0l${-d} ${d}M0 ${h}l${d} ${-d}M${w} ${h}l${-d} ${-d}`, {
      className: 'crossed',
      style: { fill: 'none', stroke: 'var(--crashed)', strokeWidth: 2 },
    }),
  ];
}

/** Selection: crop marks, as everywhere. */
function cropBox({ width, height }: Box): Shape {
  const o = 7;
  const l = 12;
  const w = round(width + o);
  const h = round(height + o);
  return path(
    `M${-o} ${l - o}V${-o}H${l - o}M${w - l} ${-o}H${w}V${l - o}M${w} ${h - l}V${h}H${w - l}M${l - o} ${h}H${-o}V${h - l}`,
    { className: 'selring' },
  );
}

function changeMark({ width, height }: Box, still: boolean): Shape {
  return still
    ? rect(-5, -5, width + 10, height + 10, {
        rx: 6,
        className: 'changed',
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '2 3' },
      })
    : rect(-6, -6, width + 12, height + 12, { rx: 6, className: 'glow' });
}

/** Height that chips need, for tests. */
export const CHIP_HEIGHT = CHIP;
