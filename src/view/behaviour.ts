import type { ScenarioFile } from './scenario.ts';

type Model = ScenarioFile['model'];

/** A change after which a run of an older build, or the digest of it, may come out otherwise. */
export interface Change {
  /** The first behaviour that has it; its words stand under `problems.changes.<since>`. */
  readonly since: number;
  /** The labs that it is about. */
  readonly models: readonly Model[];
  /**
   * Not only the digest: what happens is something else, in all runs, or in those that come to what has
   * changed; none of fixtures/links does.
   */
  readonly eventsToo?: 'all' | 'some';
}

/**
 * All of them, in order. Whoever changes what a run comes to, or what its digest is made of, adds one, and
 * to `fixtures/links` the links of this behaviour (`npm run links`): those of an older one that end
 * otherwise are told why.
 */
export const CHANGES: readonly Change[] = [
  // What a step did is no longer in the state, and so in no digest.
  { since: 2, models: ['election', 'zookeeper'] },
  // Nobody is asked at a host name that nobody has, several servers are dialled in a shuffled order, and
  // what programs and servers remember stands in the state in another form.
  { since: 3, models: ['zookeeper'] },
  // The election is played on the servers of an ensemble: its events have other numbers.
  { since: 4, models: ['election'], eventsToo: 'all' },
  // Whoever gives up a dial closes its connection: it is not there any more when a cut link is mended.
  { since: 5, models: ['election', 'zookeeper', 'recipes', 'cap'], eventsToo: 'some' },
  // What a learner is sent goes by the padded sizes of the log's files, and a sync is slow by whole milliseconds.
  { since: 6, models: ['election', 'zookeeper', 'recipes', 'cap'], eventsToo: 'some' },
  // A log's file that was truncated counts without its zeros, and the state says which one was.
  { since: 7, models: ['election', 'zookeeper', 'recipes', 'cap'], eventsToo: 'some' },
];

/** The version of the behaviour that a link or a build has; links from before there was one have 1. */
export const BEHAVIOUR = 1 + CHANGES.length;

/** What has changed for a model since a behaviour. */
export const changesSince = (
  behaviour: number,
  model: Model,
  all: readonly Change[] = CHANGES,
): readonly Change[] =>
  all.filter(({ since, models }) => since > behaviour && models.includes(model));
