import { useTranslations } from 'use-intl';
import { Button } from '../../../widgets/button.tsx';
import { Check } from '../../../widgets/check.tsx';
import { Field } from '../../../widgets/field.tsx';
import type { ServerDraft } from './draft.ts';

/** One server of the ensemble: its id, role, what is on its disk, when it starts. */
export const ServerRow = (props: {
  server: ServerDraft;
  number: number;
  /** What is wrong with a field, by the field's name. */
  error: (field: keyof ServerDraft) => string | null;
  onChange: (part: Partial<ServerDraft>) => void;
  onRemove: () => void;
}) => {
  const t = useTranslations('panels.setup');
  const { server, number, error, onChange, onRemove } = props;
  return (
    <div role="group" aria-label={t('server', { number: String(number) })} className="setup-server">
      <Field
        label={t('sid')}
        inputMode="numeric"
        value={server.sid}
        error={error('sid')}
        onChange={(sid) => onChange({ sid })}
      />
      <Field
        label={t('epoch')}
        inputMode="numeric"
        value={server.currentEpoch}
        error={error('currentEpoch')}
        onChange={(currentEpoch) => onChange({ currentEpoch })}
      />
      <Field
        label={t('zxid')}
        placeholder={t('zxidHint')}
        value={server.zxid}
        error={error('zxid')}
        onChange={(zxid) => onChange({ zxid })}
      />
      <Field
        label={t('start')}
        inputMode="decimal"
        placeholder={t('startHint')}
        value={server.startMs}
        error={error('startMs')}
        onChange={(startMs) => onChange({ startMs })}
      />
      <Check
        label={t('observer')}
        checked={server.observer}
        onChange={(observer) => onChange({ observer })}
      />
      <Button
        kind="icon"
        aria-label={t('remove', { sid: server.sid })}
        title={t('remove', { sid: server.sid })}
        onPress={onRemove}
      >
        ×
      </Button>
    </div>
  );
};
