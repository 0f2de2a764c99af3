import type { Micros, Pid } from '../../view/time.ts';
import type { Answer, CheckAnswer, Outcome } from './answers.ts';
import { Clients } from './clients.ts';
import { Ensemble } from './ensemble.ts';
import type { ClientPlan } from './ensemble.ts';
import type { Script, Stimulus } from './script.ts';

/** A step that could not be done: what was waited for did not come. */
export interface Stopped {
  readonly step: number;
  readonly text: string;
}

export interface Simulation {
  readonly outcome: Outcome;
  readonly stopped: Stopped | null;
  readonly violations: readonly string[];
}

/** Four-letter words are asked over connections of their own. */
const LOOK: Micros = 20_000;
/** The end of a process, as the recording tool waits for it. */
const TERM: Micros = 300_000;

/**
 * Does to a simulated ensemble what was done to the real one. A script holds no outcome, so nothing
 * that was recorded can leak into the answers.
 */
export function simulate(script: Script, seed = 1): Simulation {
  const { plans, pids } = planClients(script.steps);
  const ensemble = new Ensemble(script.config, script.disks, plans, seed);
  const clients = new Clients(ensemble);
  const answers: Answer[] = [];
  let final: CheckAnswer | null = null;
  let stopped: Stopped | null = null;
  for (const [step, stimulus] of script.steps.entries()) {
    const answer = perform(ensemble, clients, stimulus, pids[step] ?? []);
    if (typeof answer === 'string') {
      stopped = { step, text: answer };
      break;
    }
    if (answer?.kind === 'check') final = answer;
    answers.push(answer);
  }
  return {
    outcome: { answers, final: final ?? ensemble.check(), logs: ensemble.logs() },
    stopped,
    violations: ensemble.violations,
  };
}

/** ms: of a client that stays, and of one that comes for a moment. */
const LONG_TIMEOUT = 90_000;
const USUAL_TIMEOUT = 30_000;
/** Clients come after the servers, whatever their number. */
const FIRST_CLIENT: Pid = 101;

/** Every client that the steps start, and those of each step. */
function planClients(steps: readonly Stimulus[]): {
  readonly plans: readonly ClientPlan[];
  readonly pids: readonly (readonly Pid[])[];
} {
  const plans: ClientPlan[] = [];
  const plan = (sid: Pid, timeoutMs: number): Pid => {
    const pid = FIRST_CLIENT + plans.length;
    plans.push({ pid, sid, timeoutMs });
    return pid;
  };
  const pids = steps.map((step) => {
    switch (step.action) {
      case 'client':
        return [plan(step.sid, LONG_TIMEOUT)];
      case 'write':
        return [plan(step.sid, USUAL_TIMEOUT)];
      case 'exists':
        return step.sids.map((sid) => plan(sid, USUAL_TIMEOUT));
      default:
        return [];
    }
  });
  return { plans, pids };
}

/** @returns the answer, or why there is none */
function perform(
  ensemble: Ensemble,
  clients: Clients,
  stimulus: Stimulus,
  pids: readonly Pid[],
): Answer | string {
  switch (stimulus.action) {
    case 'start':
      ensemble.start(stimulus.sid);
      return null;
    case 'kill':
      ensemble.kill(stimulus.sid);
      return null;
    case 'term':
      ensemble.kill(stimulus.sid);
      ensemble.pass(TERM);
      return null;
    case 'pause':
      ensemble.intervene({ kind: 'pause', pid: stimulus.sid });
      return null;
    case 'cont':
      ensemble.intervene({ kind: 'resume', pid: stimulus.sid });
      return null;
    case 'wipe':
      ensemble.intervene({ kind: 'wipe', pid: stimulus.sid });
      return null;
    case 'sleep':
      ensemble.pass(stimulus.ms * 1000);
      return null;
    case 'waitport':
      return waitFor(ensemble, () => ensemble.answers(stimulus.sid), 'its port stays closed');
    case 'waitdown':
      return waitFor(ensemble, () => !ensemble.serves(stimulus.sid), 'it goes on serving');
    case 'wait': {
      const { sids } = stimulus;
      const leader = (): Pid | null => sids.find((sid) => ensemble.mode(sid) === 'leader') ?? null;
      const ready = (): boolean => sids.every((sid) => ensemble.serves(sid)) && leader() !== null;
      const late = waitFor(ensemble, ready, 'they do not all serve under one leader');
      return late ?? { kind: 'wait', leader: leader() };
    }
    case 'write': {
      const [pid = 0] = pids;
      const operations = clients.visit(pid, stimulus.ops);
      return typeof operations === 'string' ? operations : { kind: 'write', operations };
    }
    case 'client': {
      const [pid = 0] = pids;
      return clients.open(stimulus.client, pid);
    }
    case 'op':
      return clients.perform(stimulus.client, stimulus.operation);
    case 'exists':
      return clients.look(pids, stimulus.sids, stimulus.paths);
    case 'check':
      ensemble.pass(LOOK);
      return ensemble.check();
    case 'disk':
      return { kind: 'disk', servers: ensemble.disks() };
    case 'dumplogs':
      return { kind: 'logs', logs: ensemble.logs() };
  }
}

function waitFor(ensemble: Ensemble, condition: () => boolean, otherwise: string): string | null {
  return ensemble.waitUntil(condition) ? null : `${otherwise} for 120 s of virtual time`;
}
