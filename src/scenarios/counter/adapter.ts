import { startsOf } from '../../kernel/starts.ts';
import { interesting, notable } from '../../protocols/counter/facts.ts';
import { mutants } from '../../protocols/counter/config.ts';
import { counterModel } from '../../protocols/counter/model.ts';
import type { CounterModel } from '../../protocols/counter/model.ts';
import { counterDetail, counterOf, inspect, stateWord } from '../../protocols/counter/project.ts';
import type { CounterWorld } from '../../protocols/counter/project.ts';
import type { Codec } from '../../view/codec.ts';
import { packed } from '../../view/packed/counter.ts';
import type { Condition } from '../../view/condition.ts';
import type { CounterSetup } from '../../view/counter.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { networkOf } from '../network-of.ts';
import { counterForm } from './form.ts';
import type { AnyModel, AnyWorld, Protocol } from '../protocol.ts';

const worldOf = (world: AnyWorld): CounterWorld => world as unknown as CounterWorld;
const modelOf = (world: AnyWorld): CounterModel => world.model as unknown as CounterModel;

/** @throws TypeError for a scenario of another protocol */
function setupOf({ model, setup }: ScenarioFile): CounterSetup {
  if (model !== 'counter') throw new TypeError(`${model} is not the counter`);
  return setup as CounterSetup;
}

function holds(
  model: CounterModel,
  world: CounterWorld,
  condition: Condition,
): boolean | undefined {
  if ('counter' in condition) return counterOf(model, world).value === condition.counter;
  if ('calls' in condition) {
    const { pid, outcome, count } = condition.calls;
    const calls = world.processes.find((each) => each.pid === pid)?.s?.calls ?? [];
    return calls.filter((call) => call.outcome === outcome).length === count;
  }
  if ('arrivals' in condition) {
    const { log } = counterOf(model, world);
    const newest = log.slice(-condition.arrivals.length).map(({ client }) => client);
    return newest.join() === condition.arrivals.join();
  }
  return undefined;
}

/** Callers and a counter, as scenarios and runner see them. */
export const counter: Protocol = {
  name: 'counter',
  form: counterForm,
  model: (file) => {
    const model = counterModel(setupOf(file), networkOf(file));
    return model as unknown as AnyModel;
  },
  starts: (file) => {
    const { server, clients } = setupOf(file);
    return startsOf([...clients, server].map(({ id, startMs = 0 }) => [id, startMs]));
  },
  codec: packed as Codec<unknown>,
  detail: (world) => counterDetail(modelOf(world), worldOf(world)),
  stateWord: (world, pid) => {
    const process = worldOf(world).processes.find((each) => each.pid === pid);
    return process === undefined ? '' : stateWord(modelOf(world), process);
  },
  inspect: (world, pid) => inspect(modelOf(world), worldOf(world), pid),
  interesting,
  notable,
  stages: new Set(),
  waiting: new Set(),
  holds: (world, condition) => holds(modelOf(world), worldOf(world), condition),
  mutants: Object.entries(mutants).map(([name, { reach, runs }]) => ({ name, reach, runs })),
};
