/** Whether the ghost of recipes remembers what its twin works out anew. */
import type { ClientGhost, RecipesGhost } from '../../../ensemble/recipes/ghost.ts';
import { unknownClient } from '../../../ensemble/recipes/ghost.ts';
import { shortName } from '../../../clients/recipes/names.ts';
import { at } from '../../../kernel/pages.ts';
import type { Pages } from '../../../kernel/pages.ts';
import type { Pid } from '../../../view/time.ts';
import { zxidText } from '../../../view/zxid.ts';
import type { Entry } from './chronicle.ts';
import { clientOf } from './naive.ts';
import type { Naive } from './naive.ts';

export const TWIN = 'ghost-twin';

/** What each of the two knows, by the same names. */
type Told = Readonly<Record<string, unknown>>;

/** @returns the first thing of which they say different things, and what; null: none */
export function difference(
  ghost: RecipesGhost,
  naive: Naive,
  entries: readonly Entry[],
): string | null {
  const [mine, its] = [told(ghost, naive, entries), toldNaively(naive)];
  for (const [name, value] of Object.entries(its)) {
    const [is, should] = [mine[name], value].map((each) => JSON.stringify(each));
    if (is !== should) return `${name}: ${firstDifference(is ?? '', should ?? '')}`;
  }
  return null;
}

/** Only where they part. */
function firstDifference(is: string, should: string): string {
  let from = 0;
  while (from < is.length && is[from] === should[from]) from++;
  const begin = Math.max(0, from - 60);
  return `…${is.slice(begin, from + 100)}… should be …${should.slice(begin, from + 100)}…`;
}

const listed = <T>(pages: Pages<T>): readonly T[] =>
  Array.from({ length: pages.length }, (_, index) => at(pages, index)).filter(
    (each) => each !== null,
  );

const sorted = (all: readonly string[]): readonly string[] => all.toSorted();
const entriesOf = <T>(map: ReadonlyMap<string, T>, text: (value: T) => string): readonly string[] =>
  sorted([...map].map(([key, value]) => `${key} ${text(value)}`));

type OfClient = Pick<
  ClientGhost,
  'believes' | 'waits' | 'connected' | 'wake' | 'inside' | 'lives' | 'messages'
> & {
  readonly asked: readonly string[];
  readonly knows: readonly string[];
  readonly fresh: string;
};

const clientText = ({
  believes,
  waits,
  connected,
  wake,
  inside,
  lives,
  messages,
  asked,
  knows,
  fresh,
}: OfClient): string =>
  JSON.stringify([
    believes.map(({ what, node }) => `${what} ${node}`),
    waits === null ? '' : `${waits.path} ${waits.of}`,
    connected,
    wake,
    inside,
    lives,
    messages,
    asked,
    knows,
    fresh,
  ]);

type AnySpan = Naive['spans'][number];

/** What lasts no time is seen by nobody. */
const spanTexts = (spans: readonly AnySpan[]): readonly string[] =>
  sorted(
    spans
      .filter(({ from, to }) => from !== to)
      .map(({ pid, kind, what, from, to }) => `${pid} ${kind} ${what} ${from} ${to ?? '…'}`),
  );

const pidsOf = ({ config }: Naive): readonly Pid[] => [...config.nameOf.keys()];

function told(ghost: RecipesGhost, naive: Naive, entries: readonly Entry[]): Told {
  const { clients, counts, open, closed, releases, granted } = ghost;
  return {
    clients: pidsOf(naive).map((pid) => {
      const client = clients.get(pid) ?? unknownClient;
      const { fresh, knows } = client;
      return `${pid} ${clientText({
        ...client,
        asked: [`${client.asked}`, ...entriesOf(client.askedOf, String)],
        knows: entriesOf(knows, ({ is }) => is),
        fresh: fresh === null ? '' : `${fresh.path} ${zxidText(fresh.zxid)}`,
      })}`;
    }),
    held: sorted(ghost.held.map(({ what, node, owner }) => `${what} ${node} ${owner}`)),
    spans: spanTexts([...open, ...listed(closed)]),
    granted: listed(granted).map((each) => `${each.at} ${each.pid} ${each.what} ${each.node}`),
    counts: Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    releases: listed(releases).map(
      (each) => `${each.at} ${each.by} ${each.node} ${each.woken} ${each.forNothing}`,
    ),
    acknowledged: entriesOf(ghost.acknowledged, zxidText),
    taken: sorted([...ghost.taken]),
    given: sorted([...ghost.given]),
    decided: entriesOf(ghost.decided, String),
    order: entriesOf(ghost.order, String),
    changedAt: entriesOf(ghost.changedAt, String),
    wrong: sorted(
      entries.flatMap((entry) =>
        entry.kind === 'wrong'
          ? entry.invariants
              .filter((name) => !UNTOLD.has(name))
              .map((name) => `${entry.at} ${name}`)
          : [],
      ),
    ),
  };
}

/** What must come true one day is seen from how long nothing has happened: no list of what has says that. */
const UNTOLD: ReadonlySet<string> = new Set(['R-LastValue', 'R-NoLostWakeUp']);

function toldNaively(naive: Naive): Told {
  const { counts, spans, releases, granted } = naive;
  return {
    clients: pidsOf(naive).map((pid) => {
      const client = clientOf(naive, pid);
      const { fresh, knows, wake } = client;
      return `${pid} ${clientText({
        ...client,
        wake: wake as ClientGhost['wake'],
        asked: [
          `${[...client.asked.values()].reduce((a, b) => a + b, 0)}`,
          ...entriesOf(client.asked, String),
        ],
        knows: entriesOf(knows, String),
        fresh: fresh === null ? '' : `${fresh.path} ${zxidText(fresh.zxid)}`,
      })}`;
    }),
    held: sorted(naive.held.map(({ what, node, owner }) => `${what} ${node} ${owner}`)),
    spans: spanTexts(spans),
    granted: granted.map((each) => `${each.at} ${each.pid} ${each.what} ${each.node}`),
    counts: Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    releases: releases.map(
      (each) => `${each.at} ${each.by} ${shortName(each.path)} ${each.woken} ${each.forNothing}`,
    ),
    acknowledged: entriesOf(naive.acknowledged, zxidText),
    taken: sorted([...naive.taken]),
    given: sorted([...naive.given]),
    decided: entriesOf(naive.decided, String),
    order: entriesOf(naive.order, String),
    changedAt: entriesOf(naive.changedAt, String),
    wrong: sorted(naive.wrong),
  };
}
