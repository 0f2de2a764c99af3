import { useTranslations } from 'use-intl';
import { Button } from '../../../widgets/button.tsx';
import { Check } from '../../../widgets/check.tsx';
import { Field } from '../../../widgets/field.tsx';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { clientIds, FIRST_CLIENT, MOST_CLIENTS } from './draft.ts';
import type { ClientDraft, ZooKeeperDraft } from './draft.ts';
import { addClient } from './presets.ts';
import { isEnsemble } from './servers-draft.ts';

/** As the simulation names its clients. */
const NAMES = 'αβγδεζηθικλμνξοπρστυφχψω';

function classOf(together: boolean, reads: boolean): string {
  if (reads) return 'setup-client setup-client-reads';
  return together ? 'setup-client setup-client-named' : 'setup-client';
}

/** The clients, each with the session timeout that it wishes for and, in an ensemble, the servers that it knows. */
export const ClientRows = ({ form }: { form: SetupForm<ZooKeeperDraft> }) => {
  const t = useTranslations('zookeeper.setup');
  const { draft, change, error } = form;
  const { clients } = draft;
  const together = isEnsemble(draft);
  // Where no server reads only, nobody need say that he accepts it; who has said so can take it back.
  const reads = together && (draft.readOnlyMode || clients.some(({ readOnly }) => readOnly));
  const set = (key: number, part: Partial<ClientDraft>): void =>
    change({
      ...draft,
      clients: clients.map((each) => (each.key === key ? { ...each, ...part } : each)),
    });
  const ids = clientIds(clients);
  return (
    <fieldset className="setup-servers">
      <legend>{t(together ? 'clientsTogether' : 'clients')}</legend>
      {clients.map((one, index) => {
        const id = ids[index] ?? FIRST_CLIENT;
        const name = one.was?.name ?? NAMES[id - FIRST_CLIENT] ?? String(id);
        return (
          <div
            key={one.key}
            role="group"
            aria-label={t('client', { name })}
            className={classOf(together, reads)}
          >
            <b>{name}</b>
            <Field
              label={t('timeout')}
              inputMode="numeric"
              value={one.timeoutMs}
              error={error(`${one.key}.timeoutMs`)}
              onChange={(timeoutMs) => set(one.key, { timeoutMs })}
            />
            {together && (
              <Field
                label={t('names')}
                placeholder={t('namesHint')}
                value={one.names}
                error={error(`${one.key}.names`)}
                onChange={(names) => set(one.key, { names })}
              />
            )}
            {reads && (
              <Check
                label={t('readOnly')}
                checked={one.readOnly}
                onChange={(readOnly) => set(one.key, { readOnly })}
              />
            )}
            <Button
              kind="icon"
              aria-label={t('remove', { name })}
              title={t('remove', { name })}
              onPress={() =>
                change({ ...draft, clients: clients.filter(({ key }) => key !== one.key) })
              }
            >
              ×
            </Button>
          </div>
        );
      })}
      <div className="row">
        <Button
          onPress={() => change(addClient(draft))}
          disabledReason={
            clients.length >= MOST_CLIENTS ? t('most', { most: String(MOST_CLIENTS) }) : null
          }
        >
          {t('add')}
        </Button>
      </div>
      <p className="quiet-text">{t('timeoutText')}</p>
      {together && <p className="quiet-text">{t('namesText')}</p>}
    </fieldset>
  );
};
