import { hashQuery } from '../browser/hash-location.ts';
import { NotFound } from '../widgets/not-found.tsx';
import type { LabDescriptor } from '../lab-frame/descriptor.ts';
import { Lab } from '../lab-frame/lab.tsx';
import { openPreset, openShared } from '../share/open-run.ts';
import { LabLoading } from './lab-loading.tsx';
import { Opening } from './opening.tsx';
import { useLab } from './use-lab.ts';
import { useOpen } from './use-open.ts';
import { useRun } from '../sim/use-run.ts';

const FreeLab = ({ lab }: { lab: LabDescriptor }) => {
  const name = lab.useName();
  const open = useOpen();
  const query = hashQuery();
  const shared = query.get('run');
  // `?from=start`: nothing has happened yet.
  const cold = query.get('from') === 'start';
  const [first] = lab.presets;
  const restart = useRun(lab.model, `${lab.id} ${shared ?? (cold ? 'start' : '')}`, () =>
    shared === null ? openPreset(first, cold) : openShared(shared, first),
  );
  // Its buttons are there when they work.
  return (
    <Opening skeleton={<LabLoading id={lab.id} />}>
      {open ? <Lab lab={lab} crumbs={[name]} text={null} onRestart={restart} /> : null}
    </Opening>
  );
};

/** `#/lab/<id>`: the lab with a run of its own, or the run that the link holds. */
export const LabPage = ({ id }: { id: string }) => {
  const lab = useLab(id);
  if (lab === 'loading') return <LabLoading id={id} />;
  return lab === null ? <NotFound /> : <FreeLab lab={lab} />;
};
