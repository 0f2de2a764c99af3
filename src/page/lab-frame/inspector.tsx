import { useTranslations } from 'use-intl';
import { useSelectedPid } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { useLabShown } from './descriptor.ts';
import { Inspected } from './inspected.tsx';

/** The selected process from inside, in every lab. */
export const LabInspector = () => {
  const t = useTranslations('lab.view');
  const { inspector } = useLabShown();
  const there = useSim((s) => s.frame !== null);
  const pid = useSelectedPid();
  if (!there) return null;
  if (pid === null) return <p className="inspector-none">{t(inspector.nobody)}</p>;
  return <Inspected key={pid} pid={pid} />;
};
