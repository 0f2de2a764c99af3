import type { useTranslations } from 'use-intl';
import type { Fact } from '../../../view/fact.ts';
import type { Pid } from '../../../view/time.ts';
import type { RuleRow } from '../../panels/rules-table/rules-table.tsx';

type T = ReturnType<typeof useTranslations<'paxos.rules'>>;

/** The values that decided, as the rule compares them; null when the last event was another. */
type Lit = (fact: Fact) => string;

const of = (facts: readonly Fact[], pid: Pid, rule: string, lit: Lit): string | null => {
  const fact = facts.findLast((one) => one.pid === pid && one.rule === rule);
  return fact === undefined ? null : lit(fact);
};

/** `6 > 5`, `5 = 5`, `5 < 6`. */
const compared = (a: unknown, b: unknown): string => {
  const sign = Number(a) === Number(b) ? '=' : Number(a) < Number(b) ? '<' : '>';
  return `${Number(a)} ${sign} ${Number(b)}`;
};

/** What an acceptor does upon Prepare and Accept [Lamport, Paxos Made Simple, 2.2: P1a]. */
export const acceptorRules = (facts: readonly Fact[], pid: Pid, t: T): readonly RuleRow[] => {
  const ballots =
    (before: string): Lit =>
    ({ data }) =>
      compared(data['ballot'], data[before]);
  return [
    {
      id: 'promise',
      upon: t('prepare'),
      when: t('above'),
      does: t('promise'),
      lit: of(facts, pid, 'promised', ballots('before')),
    },
    {
      id: 'prepare-refused',
      upon: '',
      when: t('otherwise'),
      does: t('refuse'),
      lit: of(facts, pid, 'prepare-refused', ballots('promised')),
    },
    {
      id: 'accept',
      upon: t('accept'),
      when: t('notBelow'),
      does: t('acceptIt'),
      lit: of(facts, pid, 'accepted', ballots('promised')),
    },
    {
      id: 'accept-refused',
      upon: '',
      when: t('otherwise'),
      does: t('refuse'),
      lit: of(facts, pid, 'accept-refused', ballots('promised')),
    },
  ];
};

/** What a proposer may propose once a quorum has promised [Paxos Made Simple, 2.2: P2c]. */
export const proposerRules = (facts: readonly Fact[], pid: Pid, t: T): readonly RuleRow[] => [
  {
    id: 'value-free',
    upon: t('quorum'),
    when: t('noVote'),
    does: t('own'),
    lit: of(facts, pid, 'value-free', () => t('noVote')),
  },
  {
    id: 'value-bound',
    upon: '',
    when: t('aVote'),
    does: t('highest'),
    lit: of(facts, pid, 'value-bound', ({ data }) =>
      t('highestIs', { vote: `${Number(data['accBallot'])}: ${String(data['accValue'])}` }),
    ),
  },
  {
    id: 'refused',
    upon: t('nack'),
    when: t('promisedMore'),
    does: t('giveUp'),
    lit: of(facts, pid, 'ballot-refused', ({ data }) => compared(data['ballot'], data['promised'])),
  },
];
