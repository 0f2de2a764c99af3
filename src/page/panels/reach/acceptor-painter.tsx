import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { claimColour } from '../../../stage/colours.ts';
import type { AcceptorTarget } from '../../../view/reach.ts';
import { Select } from '../../widgets/select.tsx';
import { voteId, voteOf, votesUpTo } from './painting.ts';

/** One acceptor to paint: its card, and a choice for each of its lines. */
export const AcceptorPainter = (props: {
  name: string;
  /** What it proposes itself; null: nothing. */
  wants: string | null;
  target: AcceptorTarget;
  ballots: number;
  values: readonly string[];
  /** The number of a ballot's colour. */
  claimOf: (ballot: number) => number | null;
  onChange: (target: AcceptorTarget) => void;
}) => {
  const t = useTranslations('paxosTools.reach');
  const stage = useTranslations('paxos.stage');
  const { name, wants, target, ballots, values, claimOf, onChange } = props;
  const { promised, accepted } = target;
  const promises = [
    { id: 'any', label: t('any') },
    { id: '0', label: t('nothing') },
    ...Array.from({ length: ballots }, (_, index) => ({
      id: String(index + 1),
      label: String(index + 1),
    })),
  ];
  const votes = [
    { id: 'any', label: t('any') },
    { id: 'none', label: t('none') },
    ...votesUpTo(ballots, values).map((vote) => ({
      id: voteId(vote),
      label: t('vote', { ballot: String(vote.ballot), value: vote.value }),
    })),
  ];
  const line = (ballot: number, kind = ''): { className: string; style?: CSSProperties } =>
    ballot > 0
      ? {
          className: `painter-line painted${kind}`,
          style: { borderColor: claimColour(claimOf(ballot)) },
        }
      : { className: `painter-line${kind}` };
  const vote = typeof accepted === 'string' ? null : accepted;
  return (
    <div className="painter" role="group" aria-label={name}>
      <p className="painter-name">
        <b>{name}</b>
        {wants !== null && <span className="i2">{t('proposes', { value: wants })}</span>}
      </p>
      <div {...line(promised === 'any' ? 0 : promised)}>
        <span className="painter-word" aria-hidden="true">
          {stage('promised')}
        </span>
        <Select
          label={t('promised', { name })}
          value={String(promised)}
          options={promises}
          onChange={(id) => onChange({ ...target, promised: id === 'any' ? 'any' : Number(id) })}
        />
      </div>
      <div {...line(vote?.ballot ?? 0, ' painter-vote')}>
        <span className="painter-word" aria-hidden="true">
          {stage('accepted')}
        </span>
        <Select
          label={t('accepted', { name })}
          value={voteId(accepted)}
          options={votes}
          onChange={(id) => onChange({ ...target, accepted: voteOf(id) })}
        />
      </div>
    </div>
  );
};
