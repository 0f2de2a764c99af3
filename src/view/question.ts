import type { ScenarioFile } from './scenario.ts';

/**
 * What one protocol alone can be asked of a run, beside its frame. Each protocol has questions and
 * answers of its own (`zookeeper-ask.ts`, `paxos-ask.ts`); an answer has the name of its question.
 */
export interface OwnQuestion {
  readonly ask: string;
}

export interface OwnAnswer {
  readonly ask: string;
}

/** The answer where what was asked for is a run to open. */
export interface ScenarioAnswer extends OwnAnswer {
  readonly scenario: ScenarioFile;
}
