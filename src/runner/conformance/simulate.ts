import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { zxidHex } from '../../view/zxid.ts';
import { READS } from './answers.ts';
import type { Answer, CheckAnswer, OperationAnswer, Outcome } from './answers.ts';
import { Ensemble } from './ensemble.ts';
import type { Operation, Script, Stimulus } from './script.ts';

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

/** A signal and the end of a process, as the recording tool waits for it. */
const TERM: Micros = 300_000;
/** A client is a virtual machine for Java too: it starts, asks, closes, and takes its time. */
const CLIENT_START: Micros = 200_000;
const CLIENT_END: Micros = 200_000;

/**
 * Does to a simulated ensemble what was done to the real one. A script holds no outcome, so nothing
 * that was recorded can leak into the answers.
 */
export function simulate(script: Script, seed = 1): Simulation {
  const ensemble = new Ensemble(script.config, script.disks, seed);
  const answers: Answer[] = [];
  let final: CheckAnswer | null = null;
  let stopped: Stopped | null = null;
  for (const [step, stimulus] of script.steps.entries()) {
    const answer = perform(ensemble, stimulus);
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

/** @returns the answer, or why there is none */
function perform(ensemble: Ensemble, stimulus: Stimulus): Answer | string {
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
    case 'write':
      return write(ensemble, stimulus.sid, stimulus.ops);
    case 'check':
      return ensemble.check();
    case 'disk':
      return { kind: 'disk', servers: ensemble.disks() };
  }
}

function waitFor(ensemble: Ensemble, condition: () => boolean, otherwise: string): string | null {
  return ensemble.waitUntil(condition) ? null : `${otherwise} for 120 s of virtual time`;
}

/** A client of one server: it connects, does its operations one after the other, and closes. */
function write(ensemble: Ensemble, sid: Pid, ops: readonly Operation[]): Answer | string {
  const operations: OperationAnswer[] = [];
  ensemble.pass(CLIENT_START);
  if (takeZxid(ensemble, sid) === null) return UNANSWERED;
  for (const { op } of ops) {
    const zxid = READS.has(op) ? '' : takeZxid(ensemble, sid);
    if (zxid === null) return UNANSWERED;
    operations.push({ op, zxid: zxid === '' ? null : zxid });
  }
  if (takeZxid(ensemble, sid) === null) return UNANSWERED;
  ensemble.pass(CLIENT_END);
  return { kind: 'write', operations };
}

const UNANSWERED = 'a request stays unanswered for 120 s of virtual time';

/** One transaction through a server. @returns its zxid, or null when it never came */
function takeZxid(ensemble: Ensemble, sid: Pid): string | null {
  if (!ensemble.waitUntil(() => ensemble.serves(sid))) return null;
  const before = ensemble.zxid(sid);
  ensemble.intervene({ kind: 'input', pid: sid, name: 'CLIENT_WRITE', data: { ops: 1 } });
  const done = (): boolean => ensemble.serves(sid) && compareZxid(ensemble.zxid(sid), before) > 0;
  return ensemble.waitUntil(done) ? zxidHex(ensemble.zxid(sid)) : null;
}
