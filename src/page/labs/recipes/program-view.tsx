import { Suspense, lazy, useState } from 'react';
import { useTranslations } from 'use-intl';
import { listingOf } from '../../../stage/recipes/columns.ts';
import { sceneOf } from '../../../stage/recipes/scene-of.ts';
import type { ProgramAnswer, RecipesDetail, RecipesQuestion } from '../../../view/recipes.ts';
import type { Scenario } from '../../../view/scenario.ts';
import { presentRun } from '../../share/open-run.ts';
import { send } from '../../sim/actions.ts';
import { useLabFrame, useSelectedPid } from '../../sim/selectors.ts';
import { Button } from '../../widgets/button.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { Select } from '../../widgets/select.tsx';
import { useSaying } from '../../words/use-saying.ts';
import { ProgramListing } from './program-listing.tsx';
import { blankDraft, draftOfProgram } from './editor/draft.ts';
import type { ProgramDraft } from './editor/draft.ts';
import { useProgramName } from './program-name.ts';
import './views.css';

const Editor = lazy(async () => ({
  default: (await import('./editor/program-editor.tsx')).ProgramEditor,
}));

/** More clients than these stand in no table side by side. */
const MOST = 24;

/** A program as a text, with the place of each client that runs it and what each line gave it. */
export const ProgramView = () => {
  const t = useTranslations('recipes.program');
  const words = useSaying('recipes.stage');
  const frame = useLabFrame<RecipesDetail>();
  const selected = useSelectedPid();
  const nameOf = useProgramName();
  const [chosen, setChosen] = useState<string | null>(null);
  const [written, setWritten] = useState<Written | null>(null);
  if (frame === null) return null;
  const scene = sceneOf(frame, words);
  const { programs } = scene;
  const listing =
    programs.find(({ name }) => name === chosen) ?? listingOf(scene, selected) ?? programs[0];
  if (listing === undefined) return null;
  const running = scene.clients.filter(({ program }) => program === listing.name);
  const shown = running.slice(0, MOST);
  return (
    <div className="program-view">
      <div className="program-head">
        <Select
          label={t('which')}
          showLabel
          value={listing.name}
          options={programs.map(({ name }) => ({ id: name, label: nameOf(name) }))}
          onChange={setChosen}
        />
        <Button onPress={() => void copyOf(listing.name, running.length).then(setWritten)}>
          {t('copy')}
        </Button>
        <Button onPress={() => void newOne(running.length).then(setWritten)}>{t('write')}</Button>
        {running.length > shown.length && (
          <span className="quiet-text">{t('more', { count: running.length - shown.length })}</span>
        )}
      </div>
      <ProgramListing
        caption={t('caption', { name: nameOf(listing.name) })}
        listing={listing}
        clients={shown}
        followed={shown.find(({ pid }) => pid === selected) ?? shown.find(({ over }) => !over)}
      />
      {written !== null && (
        <Suspense fallback={<DialogComing />}>
          <Editor {...written} onClose={() => setWritten(null)} />
        </Suspense>
      )}
    </div>
  );
};

/** What the editor begins with: a program, and the run that it is to run in. */
interface Written {
  readonly first: ProgramDraft;
  readonly present: Scenario<'recipes'>;
}

const within = async (
  first: (present: Scenario<'recipes'>) => Promise<ProgramDraft> | ProgramDraft,
): Promise<Written | null> => {
  const present = await presentRun();
  if (present === null || present.model !== 'recipes') return null;
  return { present, first: await first(present) };
};

const newOne = (clients: number): Promise<Written | null> =>
  within(() => blankDraft(Math.max(1, clients)));

/** A program of the run, under a name of its own. */
const copyOf = (name: string, clients: number): Promise<Written | null> =>
  within(async (present) => {
    const question: RecipesQuestion = { ask: 'program', name };
    const { asked } = await send({ type: 'ask', question });
    const program = (asked as ProgramAnswer | undefined)?.program ?? null;
    if (program === null) return blankDraft(Math.max(1, clients));
    const own = present.setup.programs?.[name] !== undefined;
    return draftOfProgram(own ? name : `my-${name}`, program, Math.max(1, clients));
  });
