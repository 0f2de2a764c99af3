import { useTranslations } from 'use-intl';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { Button } from '../../../widgets/button.tsx';
import { Field } from '../../../widgets/field.tsx';
import { Select } from '../../../widgets/select.tsx';
import { addClient, addRequest } from './draft.ts';
import type { CapDraft, RequestDraft } from './draft.ts';

const KINDS = ['read', 'write', 'sync-read'] as const;
/** As the simulation calls them where nobody says anything else. */
const GREEK = 'αβγδεζηθικλμ';

const nameOf = (draft: CapDraft, id: number): string => {
  const place = draft.clients.findIndex((one) => one.id === id);
  return draft.clients[place]?.was?.name ?? GREEK[place] ?? String(id);
};

/** Which clients there are, and at which server each. */
export const ClientRows = ({ form }: { form: SetupForm<CapDraft> }) => {
  const t = useTranslations('cap.setup');
  const { draft, change, error } = form;
  return (
    <fieldset className="setup-servers">
      <legend>{t('clients')}</legend>
      {draft.clients.map((one) => {
        const name = nameOf(draft, one.id);
        return (
          <div
            key={one.id}
            role="group"
            aria-label={t('client', { name })}
            className="setup-cap-row"
          >
            <Field
              label={t('clientAt', { name })}
              inputMode="numeric"
              value={one.server}
              error={error(`client-${one.id}`)}
              onChange={(server) =>
                change({
                  ...draft,
                  clients: draft.clients.map((other) =>
                    other.id === one.id ? { ...other, server } : other,
                  ),
                })
              }
            />
            <Button
              kind="icon"
              aria-label={t('removeClient', { name })}
              title={t('removeClient', { name })}
              onPress={() =>
                change({
                  ...draft,
                  clients: draft.clients.filter(({ id }) => id !== one.id),
                  requests: draft.requests.filter(({ client }) => client !== one.id),
                })
              }
            >
              ×
            </Button>
          </div>
        );
      })}
      <div className="row">
        <Button onPress={() => change(addClient(draft))}>{t('addClient')}</Button>
      </div>
    </fieldset>
  );
};

/** Who asks what, and when. */
export const RequestRows = ({ form }: { form: SetupForm<CapDraft> }) => {
  const t = useTranslations('cap.setup');
  const { draft, change, error } = form;
  const set = (key: number, part: Partial<RequestDraft>): void =>
    change({
      ...draft,
      requests: draft.requests.map((one) => (one.key === key ? { ...one, ...part } : one)),
    });
  return (
    <fieldset className="setup-servers">
      <legend>{t('workload')}</legend>
      {draft.requests.map(({ key, client, kind, value, at, was }, index) => {
        const number = String(index + 1);
        const when =
          was?.after === undefined ? t('when') : t('whenAfter', { number: String(was.after) });
        return (
          <div
            key={key}
            role="group"
            aria-label={t('request', { number })}
            className="setup-server setup-cap-row"
          >
            <Select
              label={t('who')}
              showLabel
              value={String(client)}
              options={draft.clients.map(({ id }) => ({
                id: String(id),
                label: nameOf(draft, id),
              }))}
              onChange={(id) => set(key, { client: Number(id) })}
            />
            <Select
              label={t('kind')}
              showLabel
              value={kind}
              options={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
              onChange={(chosen) => set(key, { kind: chosen })}
            />
            {kind === 'write' && (
              <Field
                label={t('value')}
                inputMode="numeric"
                value={value}
                error={error(`${key}.value`)}
                onChange={(typed) => set(key, { value: typed })}
              />
            )}
            <Field
              label={when}
              inputMode="decimal"
              value={at}
              error={error(`${key}.at`)}
              onChange={(typed) => set(key, { at: typed })}
            />
            <Button
              kind="icon"
              aria-label={t('remove', { number })}
              title={t('remove', { number })}
              onPress={() =>
                change({ ...draft, requests: draft.requests.filter((one) => one.key !== key) })
              }
            >
              ×
            </Button>
          </div>
        );
      })}
      <div className="row">
        <Button onPress={() => change(addRequest(draft))}>{t('add')}</Button>
      </div>
    </fieldset>
  );
};
