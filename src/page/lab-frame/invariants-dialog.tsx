import { useTranslations } from 'use-intl';
import { useSim } from '../sim/store.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { useLoose } from '../words/use-words.ts';
import { icons } from '../widgets/icons.tsx';
import './invariants-dialog.css';

/** Every invariant in plain words, and whether it holds. */
export const InvariantsDialog = (props: { onClose: () => void }) => {
  const t = useTranslations('lab.invariants');
  const words = useLoose('invariants');
  const holding = useSim((s) => s.frame?.invariants) ?? [];
  const violations = useSim((s) => s.frame?.violations) ?? [];
  const broken = new Set(violations.map((one) => one.invariant));
  const rows = [...broken, ...holding.filter((name) => !broken.has(name))];
  return (
    <Dialog title={t('name')} onClose={props.onClose}>
      <p className="i2">{t('list')}</p>
      <dl className="invariants">
        {rows.map((name) => (
          <div key={name}>
            <dt>
              <span role="img" aria-label={t(broken.has(name) ? 'isBroken' : 'holds')}>
                {broken.has(name) ? icons.broken : icons.check}
              </span>{' '}
              <b>{words.has(`${name}.name`) ? words(`${name}.name`) : name}</b>{' '}
              <small>{name}</small>
            </dt>
            {words.has(`${name}.says`) && <dd>{words(`${name}.says`)}</dd>}
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
