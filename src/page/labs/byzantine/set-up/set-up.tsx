import { setUpOf } from '../../../panels/set-up/set-up.tsx';
import { useLoose } from '../../../words/use-words.ts';
import { buildByzantine, draftOf } from './draft.ts';
import { Fields } from './fields.tsx';
import { byzantineSetUps } from './presets.ts';

/** The set-up of generals. */
export const ByzantineSetUp = setUpOf({
  model: 'byzantine',
  useWords: () => {
    const loose = useLoose('byzantine');
    return { title: loose('setup.name'), preset: (id) => loose(`setup.preset.${id}`) };
  },
  presets: byzantineSetUps,
  draftOf,
  build: buildByzantine,
  Fields,
});
