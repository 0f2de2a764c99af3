import { useTranslations } from 'use-intl';
import type { RecipesDetail } from '../../../view/recipes.ts';
import type { UntilField, UntilKind } from '../../panels/run/condition.ts';
import { typedWhole } from '../../panels/set-up/typed.ts';
import { useLabFrame } from '../../sim/selectors.ts';

/** What a recipe can be run until; a hook. */
export const useRecipesUntil = (): readonly UntilKind[] => {
  const t = useTranslations('recipes.until');
  const frame = useLabFrame<RecipesDetail>();
  const clients = frame?.detail.clients ?? [];
  const client: UntilField = {
    id: 'pid',
    label: t('client'),
    first: String(clients[0]?.pid ?? ''),
    options: clients.map(({ pid, name }) => ({ id: String(pid), label: name })),
  };
  const labels = [
    ...new Set(
      (frame?.detail.programs ?? []).flatMap(({ lines }) =>
        lines.map(({ label }) => label).filter((label) => label !== ''),
      ),
    ),
  ];
  return [
    {
      id: 'atStep',
      label: t('kinds.atStep'),
      fields: [
        client,
        {
          id: 'label',
          label: t('label'),
          first: labels[0] ?? '',
          options: labels.map((id) => ({ id, label: id })),
        },
      ],
      build: ({ pid, label = '' }) => ({ atStep: { pid: Number(pid), label } }),
    },
    {
      id: 'session',
      label: t('kinds.session'),
      fields: [client],
      build: ({ pid }) => ({ session: { pid: Number(pid), is: 'over' } }),
    },
    {
      id: 'program',
      label: t('kinds.program'),
      fields: [
        client,
        {
          id: 'is',
          label: t('is'),
          first: 'ended',
          options: [
            { id: 'ended', label: t('ended') },
            { id: 'failed', label: t('failed') },
          ],
        },
      ],
      build: ({ pid, is }) => ({
        program: { pid: Number(pid), is: is === 'failed' ? 'failed' : 'ended' },
      }),
    },
    {
      id: 'clientMessages',
      label: t('kinds.clientMessages'),
      fields: [{ id: 'count', label: t('count'), first: '28' }],
      build: ({ count = '' }) => {
        const many = typedWhole(count);
        return many === null ? { wrong: 'count', text: t('wrong') } : { clientMessages: many };
      },
    },
  ];
};
