import type { Frame, ProcessView } from '../../view/frame.ts';
import type { AcceptorView, PaxosDetail, PaxosProcessView } from '../../view/paxos.ts';
import type { Pid } from '../../view/time.ts';
import { HIDDEN, veiled } from '../veil.ts';
import type { Veil } from '../veil.ts';
import type { PaxosChange } from './changes.ts';
import type { ChipKind } from './chips.ts';
import type { Card } from './plan.ts';
import { claimOf, proposerClaim } from './who.ts';
import type { Who } from './who.ts';
import type { PaxosSaying } from './words.ts';

export interface CardOptions {
  readonly words: PaxosSaying;
  readonly selected?: Pid | null;
  readonly changed?: PaxosChange | null;
  /** What changed gets a dotted outline instead of a glow. */
  readonly reducedMotion?: boolean;
  readonly veil?: Veil;
  /** Size of the least text, where that is enlarged; else `LEAST_TEXT`. */
  readonly least?: number;
}

/** Size of the least text of a drawing. */
export const LEAST_TEXT = 12;

/** One line of a card. */
export interface Line {
  readonly key: 'proposes' | 'promised' | 'accepted' | 'learned';
  readonly word: string;
  /** Null: nothing yet. */
  readonly label: string | null;
  /** What stands there then. */
  readonly none: string;
  readonly kind: ChipKind;
  readonly claim: number | null;
  /** Whether it is on disk, where it belongs there. */
  readonly written: boolean;
}

/** What a card is drawn from. */
export interface Subject {
  readonly frame: Frame<PaxosDetail>;
  readonly who: Who;
  readonly process: ProcessView;
  readonly view: PaxosProcessView;
  readonly card: Card;
}

export const ballotText = (ballot: number, none: string): string =>
  ballot === 0 ? none : String(ballot);

export const voteText = ({ accBallot, accValue }: AcceptorView, none: string): string =>
  accValue === null ? none : `${accBallot}: ${accValue}`;

/** The lines of a card, from what it is. */
export function linesOf(
  { frame, view, who }: Subject,
  { words: { say }, veil }: CardOptions,
): readonly Line[] {
  const { detail } = frame;
  const hidden = (field: 'promised' | 'accepted' | 'proposes'): boolean =>
    veiled(veil, view.pid, field);
  const line = (
    key: Line['key'],
    word: string,
    label: string | null,
    kind: ChipKind,
    claim: number | null,
    written = true,
  ): Line => ({ key, word, label, none: say('none'), kind, claim, written });
  const lines: Line[] = [];
  const { acceptor, kept, proposer, learner } = view;
  if (who.acceptor) {
    const { promised = 0, accBallot = 0, accValue = null } = acceptor ?? {};
    lines.push(
      hidden('promised')
        ? line('promised', say('promised'), HIDDEN, 'hollow', null)
        : line(
            'promised',
            say('promised'),
            promised === 0 ? null : String(promised),
            'hollow',
            claimOf(detail, promised),
            promised === (kept?.promised ?? 0),
          ),
      hidden('accepted')
        ? line('accepted', say('accepted'), HIDDEN, 'filled', null)
        : line(
            'accepted',
            say('accepted'),
            accValue === null ? null : `${accBallot}: ${accValue}`,
            'filled',
            claimOf(detail, accBallot),
            accBallot === (kept?.accBallot ?? 0) && accValue === (kept?.accValue ?? null),
          ),
    );
  }
  if (who.proposer) {
    const { ballot = 0, value = null, own = null } = proposer ?? {};
    const claim = claimOf(detail, ballot);
    if (hidden('proposes')) lines.push(line('proposes', say('proposes'), HIDDEN, 'hollow', null));
    else if (ballot === 0)
      lines.push({
        ...line(
          'proposes',
          say('wants'),
          own,
          'hollow',
          own === null ? null : proposerClaim(detail, view.pid),
        ),
        // One that is down wants nothing that anybody could know.
        ...(proposer === null && { none: '–' }),
      });
    else if (value === null)
      lines.push(line('proposes', say('proposes'), String(ballot), 'hollow', claim));
    else lines.push(line('proposes', say('proposes'), `${ballot}: ${value}`, 'filled', claim));
  }
  if (who.learner) {
    const learned = learner?.learned ?? null;
    const claim = learned === null ? null : claimOf(detail, learned.ballot);
    lines.push(line('learned', say('learned'), learned?.value ?? null, 'filled', claim));
  }
  return lines;
}

/** What is on disk, and whether that is all that the acceptor knows. */
export function keptOf(
  { view, who }: Subject,
  { words: { say }, veil }: CardOptions,
): { readonly text: string; readonly short: string; readonly same: boolean } | null {
  const { acceptor, kept } = view;
  if (!who.acceptor || kept === null) return null;
  const none = say('none');
  const hidden = veiled(veil, view.pid, 'promised') || veiled(veil, view.pid, 'accepted');
  const said = hidden ? HIDDEN : ballotText(kept.promised, none);
  const text = kept.promised === 0 || hidden ? said : `${said} · ${voteText(kept, none)}`;
  const same =
    acceptor === null ||
    (acceptor.promised === kept.promised &&
      acceptor.accBallot === kept.accBallot &&
      acceptor.accValue === kept.accValue);
  return { text: say('onDisk', { kept: text }), short: text, same };
}
