import { useTranslations } from 'use-intl';
import { hasRefused } from '../../../../zoo-cfg/note.ts';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { setUpOf } from '../../../panels/set-up/set-up.tsx';
import { CfgNotes } from '../../../panels/zoo-cfg/cfg-notes.tsx';
import { useLoose } from '../../../words/use-words.ts';
import { buildScenario, draftOf } from './draft.ts';
import type { SetupDraft } from './draft.ts';
import { Limits } from './limits.tsx';
import { PasteCfg } from './paste-cfg.tsx';
import { fromZooCfg, PRESET_IDS, presets } from './presets.ts';
import { ServerRows } from './server-rows.tsx';

const Fields = ({ form }: { form: SetupForm<SetupDraft> }) => {
  const t = useTranslations('panels.setup');
  const { draft, change, error } = form;
  return (
    <>
      <PasteCfg
        cfg={draft.pasted}
        onCfg={(pasted) =>
          change({
            ...(pasted === null || hasRefused(pasted.notes) ? draft : fromZooCfg(pasted, draft)),
            pasted,
          })
        }
      />
      <ServerRows draft={draft} error={error} onChange={change} />
      {draft.partition !== null && (
        <p className="quiet-text">
          {t('partitioned', { sides: draft.partition.map((side) => side.join(' ')).join(' | ') })}
        </p>
      )}
      <Limits form={form} />
    </>
  );
};

/** The set-up of an ensemble. */
export const ElectionSetUp = setUpOf({
  model: 'election',
  useWords: () => {
    const t = useTranslations('panels.setup');
    const loose = useLoose('panels');
    return { title: t('name'), preset: (id) => loose(`setup.preset.${id}`) };
  },
  // What was pasted stays in its field.
  presets: Object.fromEntries(
    PRESET_IDS.map((id) => [id, ({ pasted }: SetupDraft) => ({ ...presets[id](), pasted })]),
  ),
  draftOf,
  build: buildScenario,
  Fields,
  useOpening: ({ pasted, servers }) => {
    const t = useTranslations('panels.setup');
    const errors = pasted?.notes.filter(({ kind }) => kind === 'refused') ?? [];
    return {
      ...(pasted !== null && { label: t('openPasted', { count: servers.length }) }),
      ...(errors.length > 0 && {
        blocked: { reason: t('cfgWrong'), what: <CfgNotes notes={errors} /> },
      }),
    };
  },
});
