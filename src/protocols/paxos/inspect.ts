/** Everything about one process, for the inspector. The words of a term stand in the page's words. */
import type { FactValue } from '../../view/fact.ts';
import type { InspectSection } from '../../view/inspect.ts';
import type { Pid } from '../../view/time.ts';
import type { PaxosWorld } from './history.ts';
import type { Disk, Learner, Member, Proposer } from './member.ts';
import type { Acceptor } from './rules.ts';

type Row = InspectSection['rows'][number];

const row = (term: string, value: FactValue): Row => ({ term, value });

const voteText = (ballot: number, value: string | null): string | null =>
  value === null ? null : `${ballot}: ${value}`;

const acceptorRows = ({ promised, accBallot, accValue }: Acceptor): Row[] => [
  row('promised', promised),
  row('accepted', voteText(accBallot, accValue)),
];

function proposerRows({ config }: Member, proposer: Proposer): Row[] {
  const { own, ballot, seen, value, promises, accepts, refusal, failures, outcome } = proposer;
  const name = (pid: Pid): string => config.names.get(pid) ?? `${pid}`;
  return [
    row('ownValue', own),
    row('ballot', ballot),
    row('highestSeen', seen),
    row('proposes', value),
    ...promises.map(({ from, accBallot, accValue }) =>
      row(`promise ${name(from)}`, voteText(accBallot, accValue)),
    ),
    row('acceptedBy', accepts.map(name).join(', ')),
    row('refusedBy', refusal === null ? null : `${name(refusal.by)} (${refusal.promised})`),
    row('failures', failures),
    ...(config.retry.policy === 'leader'
      ? [row('distinguished', name(config.proposers[proposer.leader] ?? 0))]
      : []),
    row('outcome', outcome),
  ];
}

const learnerRows = ({ config }: Member, { learned, reports }: Learner): Row[] => [
  row('learned', learned === null ? null : voteText(learned.ballot, learned.value)),
  ...reports.map(({ from, ballot, value }) =>
    row(`report ${config.names.get(from) ?? from}`, voteText(ballot, value)),
  ),
];

const diskRows = ({ acceptor, ballot }: Disk): Row[] => [
  ...acceptorRows(acceptor),
  row('lastBallot', ballot),
];

/** A process that is down shows its disk alone. */
export function inspect(world: PaxosWorld, pid: Pid): InspectSection[] {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) return [];
  const { s } = process;
  const sections: InspectSection[] = [];
  if (s?.acceptor) sections.push({ name: 'acceptor', rows: acceptorRows(s.acceptor) });
  if (s?.proposer) sections.push({ name: 'proposer', rows: proposerRows(s, s.proposer) });
  if (s?.learner) sections.push({ name: 'learner', rows: learnerRows(s, s.learner) });
  return [...sections, { name: 'disk', rows: diskRows(process.disk) }];
}
