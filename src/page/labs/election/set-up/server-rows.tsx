import { useTranslations } from 'use-intl';
import { Button } from '../../../widgets/button.tsx';
import type { ServerDraft, SetupDraft } from './draft.ts';
import { addServer, withStarts } from './presets.ts';
import { ServerRow } from './server-row.tsx';
import { LIMITS } from '../../../../view/limits.ts';

/** All servers of the draft, and what concerns them together. */
export const ServerRows = (props: {
  draft: SetupDraft;
  /** What is wrong at a field such as `2.sid` or `servers`. */
  error: (field: string) => string | null;
  onChange: (draft: SetupDraft) => void;
}) => {
  const t = useTranslations('panels.setup');
  const { draft, error, onChange } = props;
  const { servers } = draft;
  const set = (next: readonly ServerDraft[]): void => onChange({ ...draft, servers: next });
  const wrong = error('servers');
  const voters = servers.filter((server) => !server.observer).length;
  return (
    <fieldset className="setup-servers">
      <legend>{t('servers')}</legend>
      {servers.map((server, index) => (
        <ServerRow
          key={server.key}
          server={server}
          number={index + 1}
          error={(field) => error(`${server.key}.${field}`)}
          onChange={(part) =>
            set(servers.map((one) => (one.key === server.key ? { ...one, ...part } : one)))
          }
          onRemove={() => set(servers.filter((one) => one.key !== server.key))}
        />
      ))}
      {wrong !== null && <p className="field-error">{wrong}</p>}
      {servers.length === 1 && voters === 1 && <p className="quiet-text">{t('alone')}</p>}
      <div className="row">
        <Button
          onPress={() => onChange(addServer(draft))}
          disabledReason={
            servers.length >= LIMITS.shownServers
              ? t('most', { most: String(LIMITS.shownServers) })
              : null
          }
        >
          {t('add')}
        </Button>
        <Button onPress={() => set(withStarts(servers, 'together'))}>{t('together')}</Button>
        <Button onPress={() => set(withStarts(servers, 'one-by-one'))}>{t('oneByOne')}</Button>
      </div>
    </fieldset>
  );
};
