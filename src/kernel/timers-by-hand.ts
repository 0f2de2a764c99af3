/** What a person does to one timer of a process: fires it now, holds it, releases it. */
import type { Pid } from '../view/time.ts';
import type { Core } from './core.ts';

const facts = {
  'fire-timer': 'timer-fired',
  'hold-timer': 'timer-held',
  'release-timer': 'timer-released',
} as const;

/** Does it; `refusal.ts` has made sure that the timer is set, and that it is held or not. */
export function handleTimer(world: Core, kind: keyof typeof facts, pid: Pid, timer: string): void {
  switch (kind) {
    case 'fire-timer':
      fire(world, pid, timer);
      break;
    case 'hold-timer':
      world.process(pid).hold(timer);
      break;
    case 'release-timer':
      release(world, pid, timer);
      break;
  }
  world.recorder?.fact(pid, facts[kind], { timer });
}

/** It is due at this instant, also if it was held; a paused process meets it when it goes on. */
function fire(world: Core, pid: Pid, timer: string): void {
  const process = world.process(pid);
  process.free(timer);
  world.setTimer(process, world.time, timer, 0);
}

/** It runs out when it was due, or at once if that is past, in its old place among others then due. */
function release(world: Core, pid: Pid, timer: string): void {
  const process = world.process(pid);
  const held = process.timer(timer);
  if (held === undefined) return;
  const event = held.at(Math.max(held.time, world.time));
  process.free(timer);
  if (process.setTimer(event)) world.reschedule(event);
}
