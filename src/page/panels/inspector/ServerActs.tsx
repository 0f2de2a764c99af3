import { useTranslations } from 'use-intl';
import type { ProcessView } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { Button } from '../../widgets/button.tsx';

/** The faults that apply to a server in its present state. */
export const ServerActs = (props: { process: ProcessView; onDo: (what: Intervention) => void }) => {
  const t = useTranslations('lab');
  const words = useTranslations('panels.inspector');
  const { process, onDo } = props;
  const { pid, liveness } = process;
  const sid = String(pid);
  const down = liveness === 'crashed' || liveness === 'off';
  return (
    <div className="row">
      {down && (
        <>
          <Button onPress={() => onDo({ kind: 'start', pids: [pid] })}>
            {t('start', { sid })}
          </Button>
          <Button onPress={() => onDo({ kind: 'wipe', pid })}>{words('wipe')}</Button>
        </>
      )}
      {!down && <Button onPress={() => onDo({ kind: 'kill', pid })}>{t('kill', { sid })}</Button>}
      {liveness === 'up' && (
        <Button onPress={() => onDo({ kind: 'pause', pid })}>{t('pauseServer', { sid })}</Button>
      )}
      {liveness === 'paused' && (
        <Button onPress={() => onDo({ kind: 'resume', pid })}>{t('resume', { sid })}</Button>
      )}
    </div>
  );
};
