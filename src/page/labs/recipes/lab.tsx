import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { RecipesDetail } from '../../../view/recipes.ts';
import type { LaneNotes } from '../../../stage/lane-notes.ts';
import { acts } from '../../lab-frame/acts.ts';
import type { LabDescriptor } from '../../lab-frame/descriptor.ts';
import {
  eventsView,
  inspectorView,
  messagesView,
  spaceTimeUnlessVeiled,
} from '../../lab-frame/run-views.tsx';
import { NetworkButtons } from '../../panels/network/network-buttons.tsx';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';
import { BeliefsView } from './beliefs-view.tsx';
import { ChooseRecipe } from './choose-recipe.tsx';
import { useRecipesInspection } from './use-inspection.tsx';
import { useRecipesNaming } from './naming.ts';
import { useRecipesOffers } from './offers.ts';
import { useRecipesDeeds } from './own-deeds.ts';
import { recipesPresets } from './presets.ts';
import { RegistryButtons } from './registry-buttons.tsx';
import { RecipesStage } from './stage.tsx';
import { useRecipesUntil } from './until.ts';

// Behind the tab that is in front at first.
const ReleasesView = later(async () => (await import('./releases-view.tsx')).ReleasesView);
const CostView = later(async () => (await import('./cost-view.tsx')).CostView);
const ProgramView = later(async () => (await import('./program-view.tsx')).ProgramView);

const SetUp = later(async () => (await import('./set-up/set-up.tsx')).RecipesSetUp, {
  Coming: DialogComing,
  words: ['parts'],
});

const RecipesTools = () => {
  const frame = useLabFrame<RecipesDetail>();
  if (frame === null) return null;
  return (
    <>
      <RegistryButtons frame={frame} />
      <NetworkButtons frame={frame} cuts={[]} acts={acts} />
    </>
  );
};

/** Beside a client's lane stands what it believes to hold. */
const notesOf = ({ detail }: Frame<RecipesDetail>): LaneNotes =>
  new Map(
    detail.clients.map(({ pid, believes }) => [
      pid,
      { plain: null, sign: '', label: believes.join(', '), claim: null },
    ]),
  );

/** Where services are called there is nothing to believe: the calls are looked at. */
const useBeliefsTitle = (): string => {
  const t = useTranslations('recipes.view');
  const served = useSim((s) =>
    (s.frame as Frame<RecipesDetail> | null)?.detail.outside.some(
      ({ kind }) => kind === 'provider',
    ),
  );
  return t(served === true ? 'calls' : 'beliefs');
};

/** Recipes: small programs of clients, on servers that know nothing of them. */
export const lab: LabDescriptor = {
  id: 'recipes',
  model: 'recipes',
  useName: () => useTranslations('gallery.lab.recipes')('name'),
  useNaming: useRecipesNaming,
  presets: recipesPresets,
  Stage: RecipesStage,
  StageTools: RecipesTools,
  links: 'tcp',
  useOffers: useRecipesOffers,
  useDeeds: useRecipesDeeds,
  reading: {
    SetUp,
    Above: ChooseRecipe,
    useUntil: useRecipesUntil,
    routine: true,
  },
  inspector: {
    useInspection: useRecipesInspection,
    open: [],
    machines: 'below',
    nobody: 'nobody',
  },
  views: [
    inspectorView,
    {
      id: 'beliefs',
      useTitle: useBeliefsTitle,
      Panel: BeliefsView,
    },
    {
      id: 'releases',
      useTitle: () => useTranslations('recipes.view')('releases'),
      Panel: ReleasesView,
    },
    { id: 'cost', useTitle: () => useTranslations('recipes.view')('cost'), Panel: CostView },
    {
      id: 'program',
      useTitle: () => useTranslations('recipes.view')('program'),
      Panel: ProgramView,
    },
    spaceTimeUnlessVeiled(notesOf),
    eventsView,
    messagesView,
  ],
};
