import { useTranslations } from 'use-intl';
import { useCalmFrame } from '../sim/calm.ts';
import { useSelectedPid } from '../sim/selectors.ts';
import { useLabShown } from './descriptor.ts';
import { Inspected } from './inspected.tsx';

/** The selected process from inside, in every lab. */
export const LabInspector = () => {
  const t = useTranslations('lab.view');
  const { inspector } = useLabShown();
  const frame = useCalmFrame();
  const pid = useSelectedPid();
  if (frame === null) return null;
  if (pid === null) return <p className="inspector-none">{t(inspector.nobody)}</p>;
  return <Inspected key={pid} pid={pid} />;
};
