import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RecipesDetail } from '../../../view/recipes.ts';
import { useRoom } from '../../browser/use-media.ts';
import { openScenario, presentRun } from '../../share/open-run.ts';
import { play } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { Slider } from '../../widgets/slider.tsx';
import { useLoose } from '../../words/use-words.ts';
import { ContrastSwitch, useContrast } from './contrast-switch.tsx';
import { hasHead } from './room.ts';
import { usePresent } from './use-present.ts';
import { families, recipeIn, recipeOf, resized, runOf } from './catalogue.ts';
import { LIMITS } from '../../../view/limits.ts';
import './choose-recipe.css';

const openRecipe = async (id: string): Promise<void> => {
  const found = recipeOf(id);
  if (found === undefined) return;
  const { problem } = await openScenario(runOf(found));
  if (problem === null) await play();
};

const openWith = async (count: number): Promise<void> => {
  const present = await presentRun();
  if (present === null || present.model !== 'recipes') return;
  const { problem } = await openScenario(resized(present, count));
  if (problem === null) await play();
};

/** Which recipe runs, and for how many clients. */
export const ChooseRecipe = () => {
  const t = useTranslations('recipes.choose');
  const names = useLoose('recipes');
  const frame = useLabFrame<RecipesDetail>();
  const present = usePresent();
  const known = present === null ? undefined : recipeIn(present.setup);
  const contrast = useContrast();
  const room = useRoom();
  const count = frame?.detail.clients.length ?? 0;
  const [dragged, setDragged] = useState<number | null>(null);
  const least = known?.least ?? 1;
  const shown = dragged ?? count;
  const settle = (): void => {
    if (dragged !== null && dragged !== count) void openWith(dragged);
    setDragged(null);
  };
  if (frame === null) return null;
  return (
    <section className="recipe-choice" aria-label={t('name')}>
      <label className="select">
        <span className="select-label">{t('recipe')}</span>
        <select
          value={known?.id ?? 'own'}
          onChange={(event) => void openRecipe(event.target.value)}
        >
          {known === undefined && <option value="own">{t('own')}</option>}
          {families.map(({ id, recipes }) => (
            <optgroup key={id} label={names(`family.${id}`)}>
              {recipes.map((one) => (
                <option key={one.id} value={one.id}>
                  {names(`recipe.${one.id}.name`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {known !== undefined && <p className="quiet-text">{names(`recipe.${known.id}.text`)}</p>}
      {/* The run is made anew when it is let go, not at each place that it passes. */}
      <Slider
        label={t('clients')}
        value={Math.max(least, shown)}
        min={least}
        max={LIMITS.recipeClients}
        text={t('count', { count: shown })}
        onChange={setDragged}
        onSettle={settle}
      />
      {/* Where there is room it stands at the head of the stage. */}
      {contrast !== null && !hasHead(room) && <ContrastSwitch contrast={contrast} />}
    </section>
  );
};
