import { useTranslations } from 'use-intl';
import type { ProcessView } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import { livenessDeeds } from '../deeds.ts';
import type { LivenessWord } from '../deeds.ts';
import { Button } from '../../widgets/button.tsx';
import { useCannotAct } from '../cannot-act.ts';
import { useNaming } from '../../words/naming.ts';

/** The faults that apply to a process in its present state. */
export const ProcessActs = (props: {
  process: ProcessView;
  onDo: (what: Intervention) => void;
}) => {
  const t = useTranslations('lab');
  const words = useTranslations('panels.inspector');
  const { process, onDo } = props;
  const cannot = useCannotAct();
  const name = useNaming().inText(process);
  const labels: Readonly<Record<LivenessWord, string>> = {
    start: t('start', { name }),
    wipe: words('wipe'),
    kill: t('kill', { name }),
    powerOff: t('powerOff', { name }),
    pause: t('pauseProcess', { name }),
    resume: t('resume', { name }),
  };
  return (
    <div className="row">
      {livenessDeeds(process).map(({ word, what }) => (
        <Button key={word} onPress={() => onDo(what)} disabledReason={cannot}>
          {labels[word]}
        </Button>
      ))}
    </div>
  );
};
