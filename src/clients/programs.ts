import { apiProgram } from './api-program.ts';
import type { Program } from './program.ts';
import { subscriber } from './subscriber.ts';
import { zkCli } from './zkcli/zkcli.ts';

/** Every program that a client process may run, by the name that a set-up gives it. */
export const programs: Readonly<Record<string, Program>> = {
  api: apiProgram as Program,
  subscriber: subscriber as Program,
  zkcli: zkCli({ jline: true }) as Program,
  /** As with `-waitforconnection`: what is typed too early waits for the connection. */
  'zkcli-wait': zkCli({ jline: true, awaits: true }) as Program,
  /** As when JLine is not on its class path: no prompt, nothing but what it prints. */
  'zkcli-plain': zkCli({ jline: false }) as Program,
};
