import { createContext } from 'react';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';

/** A question is answered in its own kind. */
export type AnswerTo<Q extends ZooKeeperQuestion> = Extract<ZooKeeperAnswer, { ask: Q['ask'] }>;

/** Who answers what is asked about trees and logs, when it is not the run: files of a real server. */
export interface AskSource {
  /** What its answers hold for; with another text everything may be different. */
  readonly moment: string;
  /** Null: it does not know. */
  readonly ask: (question: ZooKeeperQuestion) => Promise<ZooKeeperAnswer | null>;
}

/** What stands round panels of trees and logs; null: the run on screen. */
export const AskSourceContext = createContext<AskSource | null>(null);
