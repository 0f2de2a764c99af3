import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import { Check } from '../../widgets/check.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import type { Acts } from '../acts.ts';
import { nameOf } from '../state-word.ts';
import { GroupBoxes } from './group-boxes.tsx';
import { GroupChoice } from './group-choice.tsx';
import { partitionOf, sidesNow } from './groups.ts';
import type { CutPreset } from './groups.ts';
import './network.css';

/** Chooses which processes can still reach each other. */
export const PartitionDialog = (props: {
  frame: Frame;
  cuts: readonly CutPreset[];
  acts: Pick<Acts, 'intervene'>;
  onClose: () => void;
}) => {
  const t = useTranslations('panels.partition');
  const { frame, cuts, acts, onClose } = props;
  const pids = frame.processes.map((one) => one.pid);
  const [sides, setSides] = useState(() => sidesNow(pids, frame.partition));
  const [oneWay, setOneWay] = useState(false);
  const cut = partitionOf(sides, oneWay);
  const name = (pid: Pid): string => nameOf(frame, pid);

  const apply = (): void => {
    if (cut === null) return;
    onClose();
    void acts.intervene(cut);
  };
  return (
    <Dialog
      title={t('name')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={apply} disabledReason={cut === null ? t('onePart') : null}>
          {t('apply')}
        </Button>
      }
    >
      <p className="quiet-text">{t('text')}</p>
      <div className="row">
        {cuts.map((preset) => (
          <Button
            key={preset.label}
            onPress={() => preset.sides !== null && setSides(preset.sides)}
            disabledReason={preset.sides === null ? preset.impossible : null}
          >
            {preset.label}
          </Button>
        ))}
      </div>
      <GroupBoxes
        sides={sides}
        name={name}
        onMove={(pid, group) => setSides(new Map(sides).set(pid, group))}
      />
      <div role="group" aria-label={t('groups')} className="group-choices">
        {[...sides].map(([pid, group]) => (
          <GroupChoice
            key={pid}
            name={name(pid)}
            group={group}
            onChange={(chosen) => setSides(new Map(sides).set(pid, chosen))}
          />
        ))}
      </div>
      <Check label={t('oneWay')} checked={oneWay} onChange={setOneWay} />
    </Dialog>
  );
};
