import { useTranslations } from 'use-intl';
import { setUpOf } from '../../../panels/set-up/set-up.tsx';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { typedFieldOf } from '../../../panels/set-up/typed-field.tsx';
import { Select } from '../../../widgets/select.tsx';
import { useLoose } from '../../../words/use-words.ts';
import { families, runOf } from '../catalogue.ts';
import { ClientRows } from './client-rows.tsx';
import { buildRecipes, draftOf } from './draft.ts';
import type { RecipesDraft } from './draft.ts';
import './set-up.css';

type Typed = 'leastMs' | 'mostMs' | 'diskMs' | 'seed';

const Fields = ({ form }: { form: SetupForm<RecipesDraft> }) => {
  const t = useTranslations('recipes.setup');
  const setup = useTranslations('panels.setup');
  const field = typedFieldOf<Typed, RecipesDraft>(form, 'decimal');
  const { draft, change } = form;
  return (
    <>
      <Select
        label={t('servers')}
        showLabel
        value={String(draft.servers)}
        options={[
          { id: '1', label: t('one') },
          { id: '3', label: t('three') },
        ]}
        onChange={(servers) => change({ ...draft, servers: servers === '3' ? 3 : 1 })}
      />
      <ClientRows form={form} />
      <fieldset className="setup-servers">
        <legend>{t('times')}</legend>
        <div className="setup-numbers">
          {field('leastMs', t('least'))}
          {field('mostMs', t('mostMs'))}
          {field('diskMs', t('disk'))}
          {field('seed', setup('seed'))}
        </div>
        <p className="quiet-text">{setup('seedHint')}</p>
      </fieldset>
    </>
  );
};

/** The first recipe of each family. */
const beginnings: Readonly<Record<string, () => RecipesDraft>> = Object.fromEntries(
  families.flatMap(({ recipes: [first] }) =>
    first === undefined ? [] : [[first.id, () => draftOf(runOf(first))]],
  ),
);

/** The set-up of a recipe: who runs what, when, and how fast. */
export const RecipesSetUp = setUpOf({
  model: 'recipes',
  useWords: () => {
    const loose = useLoose('recipes');
    return { title: loose('setup.name'), preset: (id) => loose(`recipe.${id}.name`) };
  },
  presets: beginnings,
  draftOf,
  build: buildRecipes,
  Fields,
});
