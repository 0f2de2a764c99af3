import { capModel, serversOf } from '../../ensemble/cap/model.ts';
import type { CapModel, CapWorld } from '../../ensemble/cap/model.ts';
import { capOfEnsemble } from '../../ensemble/cap/project.ts';
import { zookeeperStarts } from '../../ensemble/model.ts';
import { comingOf } from '../../protocols/cap/coming.ts';
import { isOfZooKeeper } from '../../protocols/cap/config.ts';
import type { CapConfig } from '../../protocols/cap/config.ts';
import type { CapGhost, WithCap } from '../../protocols/cap/ghost.ts';
import { interesting, notable } from '../../protocols/cap/facts.ts';
import { capMutants } from '../../protocols/cap/mutants.ts';
import {
  inspectStore,
  storeDetail,
  storeModel,
  storeStarts,
  storeWord,
} from '../../protocols/cap/store-model.ts';
import type { StoreModel, StoreWorld } from '../../protocols/cap/store-model.ts';
import type { CapDetail } from '../../view/cap.ts';
import type { CapSetup } from '../../view/cap-setup.ts';
import type { Codec } from '../../view/codec.ts';
import type { Condition } from '../../view/condition.ts';
import { packed } from '../../view/packed/cap.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import { networkOf } from '../network-of.ts';
import { onceAStep } from '../once-a-step.ts';
import type { AnyModel, AnyWorld, Protocol } from '../protocol.ts';
import { zookeeperWith } from '../zookeeper/adapter.ts';
import { capHolds } from './conditions.ts';
import { capForm } from './form.ts';

/** What both kinds of world have. */
const configOf = (world: AnyWorld): CapConfig =>
  (world.model as unknown as { readonly cap: CapConfig }).cap;
const ghostOf = (world: AnyWorld): CapGhost => (world.ghost as WithCap).cap;

const storesModel = (world: AnyWorld): StoreModel => world.model as unknown as StoreModel;
const storesWorld = (world: AnyWorld): StoreWorld => world as unknown as StoreWorld;
const isEnsemble = (world: AnyWorld): boolean => isOfZooKeeper(configOf(world).store);

/** @throws TypeError for a scenario of another protocol */
function setupOf({ model, setup }: ScenarioFile): CapSetup {
  if (model !== 'cap') throw new TypeError(`${model} is no store of the CAP experiment`);
  return setup as CapSetup;
}

/** Its programs come with the model. */
const servers = zookeeperWith({});

const detailOf = (world: AnyWorld): CapDetail =>
  isEnsemble(world)
    ? capOfEnsemble(
        world.model as unknown as CapModel,
        world as unknown as CapWorld,
        (pid) => world.process(pid).timer('READ_TIMEOUT')?.time ?? null,
      )
    : storeDetail(storesModel(world), storesWorld(world));

const askedOf = onceAStep(detailOf);

function holds(world: AnyWorld, condition: Condition): boolean | undefined {
  const own = capHolds(() => askedOf(world), condition);
  if (own !== undefined) return own;
  return isEnsemble(world) ? servers.holds(world, condition) : undefined;
}

/** The stores of the CAP experiment, as scenarios and runner see them. */
export const cap: Protocol = {
  ...servers,
  name: 'cap',
  form: capForm,
  model: (file) => {
    const setup = setupOf(file);
    const network = networkOf(file);
    const model = isOfZooKeeper(setup.store)
      ? capModel(setup, network)
      : storeModel(setup, network);
    return model as unknown as AnyModel;
  },
  starts: (file) => {
    const setup = setupOf(file);
    return isOfZooKeeper(setup.store) ? zookeeperStarts(serversOf(setup)) : storeStarts(setup);
  },
  coming: (world) => comingOf(configOf(world), ghostOf(world), (pid) => world.process(pid).running),
  codec: packed as Codec<unknown>,
  detail: detailOf,
  stateWord: (world, pid) => {
    if (isEnsemble(world)) return servers.stateWord(world, pid);
    const process = storesWorld(world).processes.find((each) => each.pid === pid);
    return process === undefined ? '' : storeWord(process);
  },
  inspect: (world, pid) =>
    isEnsemble(world) ? servers.inspect(world, pid) : inspectStore(storesWorld(world), pid),
  interesting: new Set<string>([...servers.interesting, ...interesting]),
  notable: new Map([...servers.notable, ...notable]),
  holds,
  ask: (run, question, whose, carry) =>
    isEnsemble(run.world) ? servers.ask?.(run, question, whose, carry) : undefined,
  whyNot: (world, pid, facts) =>
    isEnsemble(world) ? (servers.whyNot?.(world, pid, facts) ?? []) : [],
  mutants: Object.entries(capMutants).map(([name, { reach, runs }]) => ({ name, reach, runs })),
};
