import { useTranslations } from 'use-intl';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { Button } from '../../../widgets/button.tsx';
import { Check } from '../../../widgets/check.tsx';
import { Field } from '../../../widgets/field.tsx';
import type { ZooKeeperDraft } from './draft.ts';
import { addServer, isEnsemble } from './servers-draft.ts';
import type { ServerDraft } from './servers-draft.ts';
import { LIMITS } from '../../../../view/limits.ts';

/** The servers: one stands alone, several are an ensemble. */
export const ServerRows = ({ form }: { form: SetupForm<ZooKeeperDraft> }) => {
  const t = useTranslations('panels.setup');
  const { draft, change, error } = form;
  const own = useTranslations('zookeeper.setup');
  const { servers } = draft;
  const together = isEnsemble(draft);
  const set = (key: number, part: Partial<ServerDraft>): void =>
    change({
      ...draft,
      servers: servers.map((one) => (one.key === key ? { ...one, ...part } : one)),
    });
  const wrong = error('servers');
  return (
    <fieldset className="setup-servers">
      <legend>{t('servers')}</legend>
      {servers.map(({ key, sid, observer, startMs, lists }, index) => (
        <div
          key={key}
          role="group"
          aria-label={t('server', { number: String(index + 1) })}
          className={`setup-server setup-member${together ? ' setup-member-lists' : ''}`}
        >
          <Field
            label={t('sid')}
            inputMode="numeric"
            value={sid}
            error={error(`s${key}.sid`)}
            onChange={(typed) => set(key, { sid: typed })}
          />
          <Field
            label={t('start')}
            inputMode="decimal"
            placeholder={t('startHint')}
            value={startMs}
            error={error(`s${key}.startMs`)}
            onChange={(typed) => set(key, { startMs: typed })}
          />
          {together && (
            <Field
              label={own('lists')}
              placeholder={own('listsHint')}
              value={lists}
              error={error(`s${key}.lists`)}
              onChange={(typed) => set(key, { lists: typed })}
            />
          )}
          <Check
            label={t('observer')}
            checked={observer}
            onChange={(on) => set(key, { observer: on })}
          />
          <Button
            kind="icon"
            aria-label={t('remove', { sid })}
            title={t('remove', { sid })}
            onPress={() => change({ ...draft, servers: servers.filter((one) => one.key !== key) })}
          >
            ×
          </Button>
        </div>
      ))}
      {wrong !== null && <p className="field-error">{wrong}</p>}
      {together && <p className="quiet-text">{own('listsText')}</p>}
      {servers.length === 1 && !together && <p className="quiet-text">{t('alone')}</p>}
      <div className="row">
        <Button
          onPress={() => change(addServer(draft))}
          disabledReason={
            servers.length >= LIMITS.shownServers
              ? t('most', { most: String(LIMITS.shownServers) })
              : null
          }
        >
          {t('add')}
        </Button>
      </div>
    </fieldset>
  );
};
