import { everyLie } from '../../protocols/byzantine/every-lie.ts';
import { messengerRows } from '../../protocols/byzantine/experiments.ts';
import { consulted } from '../../protocols/byzantine/opinions.ts';
import { playedOut } from '../../protocols/byzantine/outcome.ts';
import type { ByzantineAnswer, ByzantineQuestion } from '../../view/byzantine-ask.ts';
import type { RunRead } from '../protocol.ts';

/** Set-ups of one question, and messengers: more are not asked for at once. */
const MOST_SETUPS = 100;
const MOST_MESSENGERS = 12;

/** What the lab of the generals asks for besides its frame. @throws RangeError for too much at once */
export function answer({ file }: RunRead, question: ByzantineQuestion): ByzantineAnswer {
  switch (question.ask) {
    case 'outcomes': {
      const { setups } = question;
      if (setups.length > MOST_SETUPS) throw new RangeError(`${setups.length} runs at once`);
      return { ask: 'outcomes', outcomes: setups.map((setup) => playedOut(setup, file.seed)) };
    }
    case 'every-lie': {
      const setups = everyLie(question.setup);
      const complete = setups !== null;
      return { ask: 'every-lie', count: setups?.length ?? 0, complete, setups: setups ?? [] };
    }
    case 'messengers': {
      const { upTo } = question;
      if (upTo > MOST_MESSENGERS) throw new RangeError(`${upTo} messengers`);
      return { ask: 'messengers', rows: messengerRows(upTo) };
    }
    case 'opinions':
      return { ask: 'opinions', ...consulted(question.setup, question.opinions, file.seed) };
  }
}
