import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AcceptorTarget, Bounds, ReachAnswer } from '../../../view/reach.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Progress } from '../../widgets/progress.tsx';
import { typedWhole } from '../set-up/typed.ts';
import { AcceptorPainter } from './acceptor-painter.tsx';
import { anything, highestPainted, mostBallots, usualBallots } from './painting.ts';
import { ReachBounds, STATES } from './reach-bounds.tsx';
import { ReachResult } from './reach-result.tsx';
import './reach.css';

/** Somebody who can be painted, and how it is now. */
export interface Paintable {
  readonly name: string;
  /** What it proposes itself; null: nothing. */
  readonly wants: string | null;
  readonly present: AcceptorTarget;
}

/** How the search stands, and what was asked. */
export interface Search {
  readonly status: 'none' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly searched: number;
  readonly answer: ReachAnswer | null;
  /** What went wrong, in words. */
  readonly problem: string | null;
  readonly painted: readonly AcceptorTarget[] | null;
  readonly bounds: Bounds | null;
}

interface ReachDialogProps {
  readonly acceptors: readonly Paintable[];
  /** Everybody who proposes, with a value, acceptors included. */
  readonly proposers: readonly { readonly name: string; readonly value: string }[];
  readonly claimOf: (ballot: number) => number | null;
  readonly search: Search;
  readonly onSearch: (targets: readonly AcceptorTarget[], bounds: Bounds) => void;
  readonly onCancel: () => void;
  readonly onPlay: () => void;
  /** What is painted has changed: an older answer is none to it. */
  readonly onPaint: () => void;
  readonly onClose: () => void;
}

/** "Can this happen?": acceptors to paint, bounds, and the answer. */
export const ReachDialog = (props: ReachDialogProps) => {
  const t = useTranslations('paxosTools.reach');
  const { acceptors, proposers, search } = props;
  const values = [...new Set(proposers.map(({ value }) => value))];
  const most = mostBallots(values.length);
  const [targets, setTargets] = useState<readonly AcceptorTarget[]>(
    () => search.painted ?? acceptors.map(() => anything),
  );
  const [typed, setTyped] = useState(() =>
    String(search.bounds?.ballots ?? usualBallots(targets, values.length)),
  );
  const [states, setStates] = useState<number>(search.bounds?.states ?? STATES[1]);
  const [wipes, setWipes] = useState(search.bounds?.wipes ?? 0);

  const least = Math.max(1, highestPainted(targets));
  const whole = typedWhole(typed);
  const ballots = whole !== null && whole >= least && whole <= most ? whole : null;
  const running = search.status === 'running';
  const names = acceptors.map(({ name }) => name);
  const alike = acceptors.filter(({ wants }) => wants === null).map(({ name }) => name);

  const paint = (next: readonly AcceptorTarget[]): void => {
    setTargets(next);
    props.onPaint();
  };
  const present = acceptors.map((one) => one.present);
  const tooHigh = highestPainted(present) > most;
  const ask = (limit: number): void => {
    if (ballots !== null) props.onSearch(targets, { ballots, wipes, states: limit });
  };
  const next = STATES.find((count) => count > states);
  return (
    <Dialog title={t('title')} onClose={props.onClose} size="wide">
      <p>{t('text')}</p>
      <div className="painters">
        {acceptors.map(({ name, wants }, place) => (
          <AcceptorPainter
            key={name}
            name={name}
            wants={wants}
            target={targets[place] ?? anything}
            ballots={ballots ?? least}
            values={values}
            claimOf={props.claimOf}
            onChange={(target) => paint(targets.map((old, at) => (at === place ? target : old)))}
          />
        ))}
      </div>
      <div className="row">
        <Button
          kind="quiet"
          disabledReason={
            tooHigh ? t('wrongBallots', { least: '1', most: String(most) }) : undefined
          }
          onPress={() => {
            paint(present);
            setTyped(String(usualBallots(present, values.length)));
          }}
        >
          {t('present')}
        </Button>
        <Button kind="quiet" onPress={() => paint(acceptors.map(() => anything))}>
          {t('clear')}
        </Button>
      </div>
      <ReachBounds
        ballots={typed}
        least={least}
        most={most}
        ballotsFit={ballots !== null}
        states={states}
        wipes={wipes}
        onBallots={setTyped}
        onStates={setStates}
        onWipes={setWipes}
      />
      <p className="reach-note">
        {t('proposers', {
          proposers: proposers.map(({ name, value }) => `${name} ${value}`).join(', '),
        })}{' '}
        {alike.length > 1 && t('alike', { names: alike.join(', ') })}
      </p>
      <div className="row">
        {running ? (
          <Button onPress={props.onCancel}>{t('cancel')}</Button>
        ) : (
          <Button kind="primary" onPress={() => ask(states)}>
            {t('search')}
          </Button>
        )}
        {running && (
          <Progress
            label={t('progress')}
            value={search.searched}
            text={t('searching', { searched: search.searched })}
          />
        )}
      </div>
      <div role="status" className="reach-result">
        {search.status === 'cancelled' && t('cancelled', { searched: search.searched })}
        {search.problem}
        {search.answer !== null && (
          <ReachResult
            answer={search.answer}
            names={names}
            onPlay={props.onPlay}
            onFurther={
              next === undefined
                ? null
                : () => {
                    setStates(next);
                    ask(next);
                  }
            }
          />
        )}
      </div>
    </Dialog>
  );
};
