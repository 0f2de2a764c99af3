import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import { Button } from '../../widgets/button.tsx';
import type { Acts } from '../acts.ts';
import { useCannotAct } from '../cannot-act.ts';
import type { CutPreset } from './groups.ts';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';

const PartitionDialog = later(
  async () => (await import('./partition-dialog.tsx')).PartitionDialog,
  { Coming: DialogComing },
);

/** `Partition network` with its dialog, and `Heal network`. */
export const NetworkButtons = (props: {
  frame: Frame;
  cuts: readonly CutPreset[];
  acts: Pick<Acts, 'intervene'>;
}) => {
  const t = useTranslations('lab');
  const words = useTranslations('panels.partition');
  const [open, setOpen] = useState(false);
  const cannot = useCannotAct();
  const { frame, cuts, acts } = props;
  const whole = !frame.links.some((link) => link.cut);
  return (
    <>
      <Button
        kind="quiet"
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
        disabledReason={cannot}
      >
        {t('partition')}
      </Button>
      <Button
        kind="quiet"
        onPress={() => void acts.intervene({ kind: 'heal' })}
        disabledReason={cannot ?? (whole ? words('healthy') : null)}
      >
        {t('heal')}
      </Button>
      {open && (
        <PartitionDialog frame={frame} cuts={cuts} acts={acts} onClose={() => setOpen(false)} />
      )}
    </>
  );
};
