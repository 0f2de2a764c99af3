import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { setUpOf } from '../../../panels/set-up/set-up.tsx';
import { useLoose } from '../../../words/use-words.ts';
import { Behaviour } from './behaviour.tsx';
import { buildPaxos, draftOf } from './draft.ts';
import type { PaxosDraft } from './draft.ts';
import { Group } from './group.tsx';
import { paxosPresets } from './presets.ts';
import { ProposerRows } from './proposer-rows.tsx';
import './set-up.css';

const Fields = ({ form }: { form: SetupForm<PaxosDraft> }) => (
  <>
    <Group form={form} />
    <ProposerRows form={form} />
    <Behaviour form={form} />
  </>
);

/** The set-up of a group of processes. */
export const PaxosSetUp = setUpOf({
  model: 'paxos',
  useWords: () => {
    const loose = useLoose('paxos');
    return { title: loose('setup.name'), preset: (id) => loose(`setup.preset.${id}`) };
  },
  presets: paxosPresets,
  draftOf,
  build: buildPaxos,
  Fields,
});
