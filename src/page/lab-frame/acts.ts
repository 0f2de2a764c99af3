import { openScenario } from '../share/open-run.ts';
import type { Acts } from '../panels/acts.ts';
import { intervene, select, send } from '../sim/actions.ts';
import { seekTo } from '../sim/seeking.ts';

/** What the panels may do, in every lab. */
export const acts: Acts = {
  // A run that is opened brings its own pace.
  send: (command) => (command.type === 'open' ? openScenario(command.scenario) : send(command)),
  intervene,
  seek: seekTo,
  select,
};
