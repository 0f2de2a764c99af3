import { useTranslations } from 'use-intl';
import type { ProcessView } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { Button } from '../../widgets/button.tsx';
import { useNaming } from '../../words/naming.ts';

/** The faults that apply to a process in its present state. */
export const ProcessActs = (props: {
  process: ProcessView;
  onDo: (what: Intervention) => void;
}) => {
  const t = useTranslations('lab');
  const words = useTranslations('panels.inspector');
  const { process, onDo } = props;
  const { pid, liveness } = process;
  const name = useNaming().inText(process);
  const down = liveness === 'crashed' || liveness === 'off';
  return (
    <div className="row">
      {down && (
        <>
          <Button onPress={() => onDo({ kind: 'start', pids: [pid] })}>
            {t('start', { name })}
          </Button>
          <Button onPress={() => onDo({ kind: 'wipe', pid })}>{words('wipe')}</Button>
        </>
      )}
      {!down && (
        <>
          <Button onPress={() => onDo({ kind: 'kill', pid })}>{t('kill', { name })}</Button>
          <Button onPress={() => onDo({ kind: 'power-off', pid })}>
            {t('powerOff', { name })}
          </Button>
        </>
      )}
      {liveness === 'up' && (
        <Button onPress={() => onDo({ kind: 'pause', pid })}>{t('pauseProcess', { name })}</Button>
      )}
      {liveness === 'paused' && (
        <Button onPress={() => onDo({ kind: 'resume', pid })}>{t('resume', { name })}</Button>
      )}
    </div>
  );
};
