import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import { useLoose } from '../words/use-words.ts';
import { icons } from '../widgets/icons.tsx';
import { DialogComing } from '../widgets/dialog-coming.tsx';
import { later } from '../widgets/later.tsx';

const InvariantsDialog = later(
  async () => (await import('./invariants-dialog.tsx')).InvariantsDialog,
  { Coming: DialogComing },
);

/** How many invariants hold, and each that is broken; the button lists what they say. */
export const Invariants = () => {
  const t = useTranslations('lab.invariants');
  const holding = useSim((s) => s.frame?.invariants);
  const violations = useSim((s) => s.frame?.violations);
  const words = useLoose('invariants');
  const [open, setOpen] = useState(false);
  if (holding === undefined || violations === undefined) return null;
  const broken = [...new Set(violations.map((one) => one.invariant))];
  const holdText = t('hold', { count: holding.length });
  const plain = (name: string): string =>
    words.has(`${name}.name`) ? words(`${name}.name`) : name;
  return (
    <>
      <span
        className={broken.length === 0 ? 'holds' : 'holds w-violation'}
        role="status"
        aria-label={t('name')}
        title={[...broken, ...holding].map(plain).join('\n')}
      >
        {broken.length === 0 ? icons.check : icons.broken}
        <span>
          {broken.length === 0
            ? holdText
            : `${t('broken', { count: broken.length, names: broken.join(', ') })} · ${holdText}`}
        </span>
      </span>
      <Button
        kind="icon"
        className="holds-open"
        aria-label={t('open')}
        title={t('open')}
        onPress={() => setOpen(true)}
      >
        {icons.down}
      </Button>
      {open && <InvariantsDialog onClose={() => setOpen(false)} />}
    </>
  );
};
